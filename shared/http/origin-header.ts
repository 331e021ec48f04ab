/** By which CloudFront shows that a request comes from our distribution. In lower case, as functions see it. */
export const ORIGIN_HEADER = 'x-origin-secret';
