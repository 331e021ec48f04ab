import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../../infra/openapi/document';
import type { JsonSchema } from '../../shared/http/operation';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(openApiDocument(), 'openapi');

/** What is wrong with a value by a schema of the document, as readers of the document will check it. */
export function faults(schema: JsonSchema, value: unknown): readonly object[] {
  const reference = schema['$ref'];
  const validate = typeof reference === 'string' ? ajv.getSchema(`openapi${reference}`) : ajv.compile(schema as object);
  if (!validate) throw new Error(`The document has no ${String(reference)}.`);
  return validate(value) ? [] : (validate.errors ?? []);
}
