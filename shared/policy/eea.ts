/** The 27 members of the EU, and Iceland, Liechtenstein and Norway; ISO 3166-1 alpha-2. */
export const EEA_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' '),
);
