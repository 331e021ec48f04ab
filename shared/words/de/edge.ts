/** What somebody reads whom CloudFront does not let through; each page has all languages. */
export const edge = {
  tooManyTitle: 'Zu viele Anfragen',
  tooManyText:
    'Aus Ihrem Netz kamen in den letzten Minuten sehr viele Anfragen. Bitte versuchen Sie es in fünf Minuten noch einmal; es schadet nicht, etwas zu wiederholen.',
};
