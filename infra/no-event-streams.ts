/** Stands in for the SDK's event streams in our bundles: S3 has one call that answers with one, and nobody makes it. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

export const eventStreamSerdeProvider = (): undefined => undefined;
