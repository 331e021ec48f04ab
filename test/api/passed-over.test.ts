import { isPassedOver } from '../../shared/http/passed-over';

test.each([
  ...[
    'fbclid',
    'gclid',
    '_gl',
    'gad_source',
    'gad_campaignid',
    'mc_cid',
    'mc_eid',
    'utm_id',
    'pk_campaign',
    'matomo_kwd',
  ],
  ...['_hsenc', '_hsmi', 'hs_context', 'igshid', 'srsltid', 'epik', 'ScCid', '_kx', 'mkt_tok'],
  ...['g-recaptcha-response', 'cf-turnstile-response', 'h-captcha-response', 'csrfmiddlewaretoken'],
  ...['authenticity_token', '__RequestVerificationToken', 'form_build_id', 'op', 'commit', 'utf8', '_wpnonce'],
  ...['post_id', 'referer_title', 'gform_unique_id', 'is_submit_3', 'state_3', 'hubspotutk', 'pageUri'],
  ...['tx_powermail_pi1[__referrer][@action]', 'tx_form_formframework[__trustedProperties]'],
])('a website’s own field %s is passed over', (field) => expect(isPassedOver(field)).toBe(true));

test.each([
  'email',
  'emial',
  'firstname',
  'purpose',
  'lang',
  'gadget',
  'hspurposes',
  'commitment',
  'consent',
  'state',
  'page',
  'tx_name',
  '',
])('what may be somebody’s answer is not: %j', (field) => expect(isPassedOver(field)).toBe(false));
