/** Where an issuer lets people in and out by a browser. */
export interface SignInPages {
  /** The authorization endpoint (RFC 6749, section 3.1). */
  readonly authorize: string;
  /** The token endpoint (RFC 6749, section 3.2). */
  readonly token: string;
  /** Where its session is ended: of OpenID Connect RP-Initiated Logout, or of Cognito. */
  readonly logout: string;
}

/** All that the console has to know to let people sign in. */
export interface SignInSettings extends SignInPages {
  readonly issuer: string;
  readonly client: string;
  readonly scope: string;
}

/** Where the issuer leads back to, below our own address. */
export const SIGNED_IN_PATH = '/console/signed-in';
/** Where whoever signs out arrives. */
export const SIGNED_OUT_PATH = '/console';
