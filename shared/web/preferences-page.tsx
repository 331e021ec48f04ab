import { offeredLanguage } from '../policy/offered-language';
import type { Happened } from '../actions/change-preferences';
import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Preference } from '../consent/preferences';
import type { Language, Site } from '../policy/schema';
import { purposeName } from '../policy/sites';
import { NoMailHints } from './no-mail-hints';
import { page } from './page';
import { PREFERENCES_STYLE } from './preferences-style';
import { pagesIn } from '../words/pages';
import { ownDataIn } from '../words/own-data';
import { localeIn } from '../words/locale';
import { preferencesPageIn } from '../words/preferences-page';
import { canEnd, Said, SignUpAnew, titleOf } from './preferences-said';
import { readableDay } from '../words/times';
import { unsubscribePageIn } from '../words/unsubscribe-page';

/** A purpose, with the facts that a person needs to decide on it. */
export interface Choice extends Preference {
  /** Today's wording, where the purpose can be asked for. */
  readonly wording?: string;
  readonly receiptUrl?: string;
}

export interface PreferencesView {
  readonly site: Site;
  readonly language: Language;
  readonly choices: readonly Choice[];
  /** Whether there is an address to send a confirmation mail to. */
  readonly isReachable: boolean;
  /** Whether anything is registered that the person could delete or correct. */
  readonly hasRecords: boolean;
  readonly restrictedSince: string | undefined;
  readonly undeliverableSince: string | undefined;
  /** Whether the site sends mail that a contract needs. */
  readonly hasContractMail: boolean;
  /** Whether the site asks and mails nobody any more. */
  readonly isClosed: boolean;
  readonly landing: HiddenField;
  /** The result of the button that the person pressed; undefined where the page was only fetched. */
  readonly happened?: Happened | undefined;
}

/** The result of the last press, the status of each purpose, and one form to change them. */
export function preferencesPage(view: PreferencesView): HttpResponse {
  const { site, language, happened } = view;
  const texts = preferencesPageIn(language);
  return page({
    ownStyle: PREFERENCES_STYLE,
    status: 200,
    language,
    site,
    title: happened ? titleOf(happened, view) : texts.title,
    children: (
      <>
        {happened && <Said happened={happened} view={view} />}
        {happened && <h2>{texts.title}</h2>}
        {!view.isClosed && <Hints {...view} />}
        {view.choices.some(canEnd) && (
          <p>
            <a href="#end">{texts.end}?</a>
          </p>
        )}
        {view.isClosed ? <p>{pagesIn(language).siteClosedText}</p> : <Choices {...view} />}
        <Languages {...view} />
        {view.hasRecords && <OwnData {...view} />}
      </>
    ),
  });
}

/** The page of a person of whom nothing is left. */
export function preferencesGonePage(wanted: string): HttpResponse {
  const language = offeredLanguage(undefined, wanted);
  const { goneTitle, goneText } = preferencesPageIn(language);
  return page({ status: 410, language, title: goneTitle, children: <p>{goneText}</p> });
}

function Hints(view: PreferencesView) {
  return (
    <>
      <NoMailHints {...view} />
      {!view.isReachable && (
        <p class="hint">
          <SignUpAnew site={view.site} language={view.language} />
        </p>
      )}
    </>
  );
}

function Choices(view: PreferencesView) {
  const { language, choices, landing } = view;
  const texts = preferencesPageIn(language);
  return (
    <form method="post">
      <input type="hidden" {...landing} />
      <fieldset>
        <legend>{texts.intro}</legend>
        {choices.map((choice) => (
          <ChoiceItem choice={choice} view={view} />
        ))}
      </fieldset>
      <button name="do" value="save">
        {texts.save}
      </button>
      <p class="note">{texts.saveNote}</p>
      {view.hasContractMail && <p class="note">{unsubscribePageIn(language).contractNote}</p>}
      {choices.some(canEnd) && (
        <div class="apart" id="end">
          <button class="quiet" name="do" value="end">
            {texts.end}
          </button>
          <p class="note">{texts.endNote}</p>
        </div>
      )}
    </form>
  );
}

function ChoiceItem({ choice, view }: { choice: Choice; view: PreferencesView }) {
  const { id, status, legalBasis } = choice;
  const isOn = status === 'on';
  const canTick = isOn || (legalBasis === 'consent' && view.isReachable);
  const about = `about-${id}`;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name="purpose"
        value={id}
        checked={isOn}
        disabled={!canTick}
        aria-describedby={about}
      />
      <label for={id}>{purposeName(view.site, id, view.language)}</label>
      {isOn && <input type="hidden" name="before" value={id} />}
      <About id={about} choice={choice} language={view.language} />
    </div>
  );
}

function About({ id, choice, language }: { id: string; choice: Choice; language: Language }) {
  const { status, since, legalBasis, wording, receiptUrl } = choice;
  const texts = preferencesPageIn(language);
  const isOn = status === 'on';
  return (
    <p id={id}>
      {!isOn && status !== 'off' && <strong>{texts[status]} </strong>}
      {status === 'waiting' && <span>{texts.waitingHint} </span>}
      {isOn && since !== undefined && texts.since(readableDay(new Date(since), language))}{' '}
      {isOn && legalBasis === 'legitimate-interest' && texts.interest}
      {wording}
      {receiptUrl !== undefined && <a href={receiptUrl}>{texts.receipt}</a>}
    </p>
  );
}

/** What a link alone does not decide: each button has a mail ask the person. */
function OwnData({ language, landing }: PreferencesView) {
  const texts = ownDataIn(language);
  return (
    <section class="apart" aria-labelledby="own-data">
      <h2 id="own-data">{texts.title}</h2>
      <p class="note first">{texts.intro}</p>
      <form method="post">
        <input type="hidden" {...landing} />
        <button class="quiet" name="do" value="rectification">
          {texts.buttons.rectification}
        </button>
        <button class="quiet" name="do" value="erasure">
          {texts.buttons.erasure}
        </button>
      </form>
      <form method="post" class="move">
        <input type="hidden" {...landing} />
        <p class="field">
          <label for="email">{texts.email}</label>
          <input type="email" id="email" name="email" required autocomplete="email" maxLength={254} />
        </p>
        <button class="quiet" name="do" value="move">
          {texts.buttons.move}
        </button>
      </form>
    </section>
  );
}

function Languages({ site, language }: PreferencesView) {
  const others = site.languages.filter((other) => other !== language);
  if (others.length === 0) return null;
  return (
    <form method="post" class="apart languages">
      <span>
        {preferencesPageIn(language).language}: {localeIn(language).name}
      </span>
      {others.map((other) => (
        <button class="quiet" name="language" value={other} lang={other}>
          {localeIn(other).name}
        </button>
      ))}
    </form>
  );
}
