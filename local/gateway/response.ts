import type { ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { sendJson } from '../http';

/** Sends what a function returned, read as payload format 2.0; what makes no sense is a 500, as with API Gateway. */
export function sendResult(response: ServerResponse, result: unknown): void {
  if (!isStructured(result)) return sendRefusal(response, 500, 'Internal Server Error');
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  response.statusCode = statusCode;
  response.setHeader('content-type', 'text/plain;charset=UTF-8');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

/** An answer of API Gateway itself, without a function. */
export function sendRefusal(response: ServerResponse, status: number, message: string, headers = {}): void {
  sendJson(response, status, { message }, headers);
}

function isStructured(result: unknown): result is APIGatewayProxyStructuredResultV2 {
  return (
    typeof result === 'object' && result !== null && Number.isInteger((result as { statusCode?: unknown }).statusCode)
  );
}
