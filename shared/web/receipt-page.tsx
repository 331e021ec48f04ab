import type { ComponentChildren } from 'preact';
import type { HttpResponse } from '../http/response';
import { isGiven, type RecordState } from '../consent/fold';
import type { HashedNotice, Receipt, ReceiptPurpose } from '../evidence/receipt';
import type { Language, Site } from '../policy/schema';
import { inLanguage } from '../policy/sites';
import { page } from './page';
import { fullTime, readableDate, readableTime } from '../words/times';
import { RECEIPT_STYLE } from './receipt-style';
import { legalBasesIn } from '../words/legal-bases';
import { statusesIn } from '../words/statuses';
import { receiptPageIn } from '../words/receipt-page';

interface Shown {
  readonly receipt: Receipt;
}

/** A receipt to read and to print, with the purposes that ended since, by the record's status now. */
export function receiptPage(site: Site, receipt: Receipt, now: RecordState): HttpResponse {
  const { language, confirmedAt, purposes, asset } = receipt;
  const texts = receiptPageIn(language);
  return page({
    ownStyle: RECEIPT_STYLE,
    status: 200,
    language,
    site,
    title: purposes.length > 0 ? texts.title : texts.orderTitle,
    children: (
      <>
        <p>
          {texts.intro(fullTime(confirmedAt, language))} {texts.address}
        </p>
        <EndedSince receipt={receipt} now={now} />
        <p class="screen">
          <a href="?format=json">{texts.save}</a>
        </p>
        {asset && (
          <Item name={asset.title}>
            <Wording notice={asset.notice} language={language} />
          </Item>
        )}
        {purposes.map((purpose) => (
          <PurposeItem purpose={purpose} language={language} />
        ))}
        <Controller receipt={receipt} />
        <Item name={texts.withdraw}>
          <p>{receipt.howToWithdraw}</p>
        </Item>
        <Proof receipt={receipt} />
      </>
    ),
  });
}

function EndedSince({ receipt, now }: Shown & { now: RecordState }) {
  const { language, purposes } = receipt;
  const texts = receiptPageIn(language);
  const lines = purposes.filter(isGiven).flatMap(({ id, name }) => {
    const current = now.purposes.find((purpose) => purpose.id === id);
    if (!current || isGiven(current)) return [];
    // A given consent expires only where a question was not answered.
    const say = current.status === 'ConsentExpired' ? texts.lapsedSince : texts.withdrawnSince;
    return [say(name, readableTime(new Date(current.since), language))];
  });
  return lines.length === 0 ? null : (
    <p class="notice">
      {lines.map((line) => (
        <>
          {line}
          <br />
        </>
      ))}
      {texts.stillShows}
    </p>
  );
}

function PurposeItem({ purpose, language }: { purpose: ReceiptPurpose; language: Language }) {
  const texts = receiptPageIn(language);
  return (
    <Item name={purpose.name}>
      <Wording notice={purpose.notice} language={language} />
      <dl>
        <Fact name={texts.legalBasis}>{legalBasesIn(language)[purpose.legalBasis].inFull}</Fact>
        <Fact name={texts.status}>{statusesIn(language).names[purpose.status]}</Fact>
      </dl>
    </Item>
  );
}

function Wording({
  notice: { text, version, hash, ...notice },
  language,
}: {
  notice: HashedNotice;
  language: Language;
}) {
  return (
    <>
      <blockquote lang={notice.language}>{text}</blockquote>
      <p class="small">
        {receiptPageIn(language).version} {version}, <code>{hash}</code>
      </p>
    </>
  );
}

function Controller({ receipt: { controller, language } }: Shown) {
  const { name, address, email, contacts, privacyNotice, dataProtectionOfficer, supervisoryAuthorities } = controller;
  const texts = receiptPageIn(language);
  return (
    <Item name={texts.controller}>
      <p>
        {name}
        <br />
        {address}
        <br />
        <a href={`mailto:${email}`}>{email}</a>
        <br />
        <a href={privacyNotice.url}>
          {texts.privacyNotice(privacyNotice.version, readableDate(privacyNotice.date, language))}
        </a>
      </p>
      <dl>
        {dataProtectionOfficer && (
          <Fact name={texts.officer}>
            {dataProtectionOfficer.name},{' '}
            <a href={`mailto:${dataProtectionOfficer.email}`}>{dataProtectionOfficer.email}</a>
          </Fact>
        )}
        {contacts.map(({ about, ...contact }) => (
          <Fact name={inLanguage(about, language)}>
            {contact.address && `${contact.address}, `}
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </Fact>
        ))}
        <Fact name={texts.authority(supervisoryAuthorities.length)}>
          {supervisoryAuthorities.map(({ url, appliesTo, ...authority }) => (
            <div>
              <a href={url}>{authority.name}</a>
              {appliesTo && ` (${inLanguage(appliesTo, language)})`}
            </div>
          ))}
        </Fact>
      </dl>
    </Item>
  );
}

function Proof({ receipt }: Shown) {
  const { language, requestedAt, confirmedAt, recordId, entry, leaf, log } = receipt;
  const texts = receiptPageIn(language);
  return (
    <Item name={texts.check}>
      <p>{receipt.howToCheck}</p>
      <dl>
        <Fact name={texts.requested}>
          <Moment at={requestedAt} language={language} />
        </Fact>
        <Fact name={texts.confirmed}>
          <Moment at={confirmedAt} language={language} />
        </Fact>
        <Fact name={texts.record}>
          <code>{recordId}</code>
        </Fact>
        <Fact name={texts.receipt}>
          <code>{entry.hash}</code>
        </Fact>
        <Fact name={texts.leaf}>
          <code>{leaf}</code>
        </Fact>
        <Fact name={texts.log}>{log.origin}</Fact>
        <Fact name={texts.index}>{log.index ?? texts.notYet}</Fact>
        <Fact name={texts.keys}>
          {log.keys.map((key) => (
            <code>{key}</code>
          ))}
        </Fact>
      </dl>
    </Item>
  );
}

function Item({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moment({ at, language }: { at: string; language: Language }) {
  return <time dateTime={at}>{fullTime(at, language)}</time>;
}
