/** The same in English; see corpus-requests.ts. */
export const ENGLISH_WITHDRAWALS: readonly string[] = `
unsubscribe |
unsubscribe | unsubscribe
STOP |
Please unsubscribe me.
Unsubscribe
unsubscribe please
Please unsubscribe me from your newsletter.
Please unsubscribe this address from all mailing lists.
Unsubscribe me from this list immediately!
Please unsubscribe my email address from your mailing list.
Kindly unsubscribe me from your emails.
Please unsubscribe me from all marketing emails.
Please remove me from your mailing list.
Remove me from this list.
Please remove my email address from your list.
Please remove us from your distribution list.
Remove me
Please take me off your mailing list.
Take me off this list please.
Please delete me from your newsletter list.
Please delete my address from your mailing list.
Please opt me out of all emails.
Opt out
Opt me out.
I would like to unsubscribe.
I would like to unsubscribe from your newsletter.
I want to unsubscribe from this mailing list.
I wish to be removed from your mailing list.
I'd like to be taken off your list.
I would like to be unsubscribed from your newsletter.
I want to stop receiving your emails.
I would like to cancel my newsletter subscription.
Please cancel my subscription.
Cancel my newsletter subscription please.
Please cancel my subscription to your newsletter.
I no longer wish to receive your newsletter.
I no longer want to receive emails from you.
I no longer want your newsletter.
I don't want any more emails from you.
I do not want to receive your emails anymore.
I do not wish to receive further emails.
I don’t want your newsletter any longer.
We no longer wish to receive these emails.
Please stop sending me emails.
Stop emailing me!
Stop sending me your newsletter.
Please don't send me any more emails.
Please do not email me again.
Do not send me any further newsletters.
Never email me again.
Please do not contact me again.
No more emails please.
I hereby withdraw my consent.
I hereby withdraw my consent to receive your newsletter.
I revoke my consent to receiving emails.
I am withdrawing my consent to the processing of my personal data.
I withdraw my consent under Article 7(3) GDPR.
Hi, please unsubscribe me. I am no longer interested. Thanks!
Dear Sir or Madam, please remove me from your mailing list. I get too many emails. Kind regards
Please unsubscribe me from your newsletter. Thank you very much.
`
  .trim()
  .split('\n');
