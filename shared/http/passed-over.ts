/**
 * What trackers, content systems and browsers put into forms of websites without being asked. Such fields say nothing of a
 * sign-up and are passed over; any other field that is not known is refused, as it may be one that somebody misspelt.
 * Written down for websites in docs/websites.md.
 */
const PASSED_OVER: readonly RegExp[] = [
  // Where visitors come from: Google, Microsoft, Meta, Matomo, mail tools.
  /^(utm|mtm|pk|piwik|matomo|mc|hsa|hs|_ga|_gl|_hs|_fb|gad)(_.*|p|c)?$/,
  /^(gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|ttclid|twclid|yclid|li_fat_id|hsCtaTracking|_hsenc|_hsmi)$/i,
  /^(igsh|igshid|srsltid|epik|sccid|rdt_cid|_ke|_kx|mkt_tok|vero_id|_openstat|s_kwcid|ef_id)$/i,
  // WordPress and its forms; TYPO3; Contao; Drupal; Joomla.
  /^_wp.*$/,
  /^__(referrer|trustedProperties|state|session)(\[.*)?$/,
  /^(FORM_SUBMIT|REQUEST_TOKEN|MAX_FILE_SIZE)$/,
  /^form_(build_id|id|token)$/,
  /^tx_\w+\[__.*$/,
  // Elementor, Gravity Forms, HubSpot.
  /^(post_id|queried_id|referer_title|gform_.*|is_submit_\d+|state_\d+|hubspotutk|pageUri|pageName)$/,
  // Against forgery, and against programs.
  /^_?_?(csrf|xsrf).*$/i,
  /^(_token|authenticity_token|__RequestVerificationToken|__VIEWSTATE.*|__EVENT.*)$/,
  /^(g-recaptcha-response|h-captcha-response|cf-turnstile-response|frc-captcha-(solution|response))$/,
  // The button that was pressed, and what frameworks send along.
  /^(submit|commit|button|op|action|x|y|send)(\.[xy])?$/i,
  /^(_method|_charset_|utf8|isDataForm)$/,
];

/** Whether a field of a form is none of a person's answers. */
export function isPassedOver(field: string): boolean {
  return PASSED_OVER.some((pattern) => pattern.test(field));
}
