import type {
  Claim,
  ClaimId,
  Finding,
  Headline,
  Note,
  Sentences,
  StepName,
  WhichCheckpoint,
} from '../../verify/report';
import { timeOrText } from '../times';
import { parts } from './parts';
import { steps } from './steps';
import { verifyFile, type Said } from './verify-file';
import { witnesses } from './witnesses';

const CHANGED: Readonly<Record<string, string>> = {
  address: 'Die E-Mail-Adresse oder ihr Salt wurde geändert.',
  details: 'Name und weitere Angaben oder ihr Salt wurden geändert.',
  network: 'Die IP-Adresse, die Browserkennung oder ihr Salt wurde geändert.',
  mail: 'Die E-Mail oder ihr Salt wurde geändert.',
  reading: 'Die Angaben zur Einsicht oder ihr Salt wurden geändert.',
  reason: 'Die Begründung oder ihr Salt wurde geändert.',
};

const HEAD = {
  operator: 'Wer den Nachweis angefordert hat',
  at: 'Der Zeitpunkt des Nachweises',
  reason: 'Der Grund der Einsicht',
  disclose: 'Die Auswahl der angeforderten Daten',
  controller: 'Der Verantwortliche',
  deleted: 'Die Liste der gelöschten Schritte',
};

/** One that a later version added has no other name. */
const typeName = (type: string): string => (steps as Readonly<Record<string, string>>)[type] ?? type;
const step = ({ number, type, at }: StepName): string =>
  `Schritt ${number} (${typeName(type)}, ${timeOrText(at, 'de')})`;
const className = (name: string): string => (parts as Readonly<Record<string, string>>)[name] ?? `„${name}“`;
const which = (checkpoint: WhichCheckpoint): string => {
  if (checkpoint === 'file') return 'Der Prüfpunkt der Datei';
  if (checkpoint === 'fetched') return 'Der neueste Prüfpunkt des Protokolls';
  return checkpoint === 'kept' ? 'Ihr eigener Prüfpunkt' : `Der ${checkpoint}. frühere Prüfpunkt`;
};
const place = (pointer: string): string => (pointer === '' ? 'Ganz außen' : `An der Stelle ${pointer}`);
const stepCount = (count: number): string => (count === 1 ? '1 Schritt' : `${count} Schritte`);

/** All that is said of an evidence file, for people who judge it and do not know how it is made. */
export const verify = {
  states: { holds: 'Stimmt', open: 'Offen', fails: 'Stimmt nicht', none: 'Nichts zu prüfen' } satisfies Record<
    Claim['state'],
    string
  >,
  verdicts: {
    good: {
      title: 'Der Nachweis ist unverändert und stammt aus dem Protokoll, das er nennt',
      text: 'Was geprüft wurde, steht dabei. Die Prüfung zeigt, dass es damals so aufgezeichnet wurde; wer an der Tastatur saß, zeigt sie nicht.',
    },
    open: {
      title: 'Nichts spricht gegen die Datei, aber etwas ist noch offen',
      text: 'Einen Teil von dem, was sie behauptet, belegt sie nicht, oder es fehlte etwas, um es zu prüfen. Er ist als offen angegeben.',
    },
    unknown: {
      title: 'In sich stimmig; woher die Datei kommt, wurde nicht geprüft',
      text: 'Eine solche Datei könnte jeder anfertigen. Dagegen hilft ein Schlüssel des Protokolls, der nicht aus der Datei stammt: Sehen Sie bitte nach, wo der Verantwortliche ihn veröffentlicht (https://…/log/keys), nehmen Sie ihn aus einem Beleg oder einem älteren Schreiben, oder fragen Sie jemanden, dem Sie vertrauen.',
    },
    bad: {
      title: 'Auf diesen Nachweis ist kein Verlass',
      text: 'Die Datei ist beschädigt, oder sie wurde verändert. Was nicht stimmt, ist einzeln angegeben.',
    },
    empty: {
      title: 'Nach Angabe dieser Datei ist zu der Adresse nichts verzeichnet',
      text: 'Das ist eine Auskunft und kein Nachweis: Sie lässt sich nicht nachprüfen, und eine solche Datei könnte jeder anfertigen. Gewissheit gibt nur eine neue Anfrage beim Verantwortlichen.',
    },
  } satisfies Record<Headline, Said>,
  /** What each claim is, and what it means. */
  claims: {
    file: {
      title: 'Die Datei ist lesbar und eindeutig',
      text: 'Sie enthält alles, was dazugehört, und lässt sich nur auf eine Weise lesen.',
    },
    entries: {
      title: 'Kein Schritt wurde geändert',
      text: 'Zeitpunkt, Art, Zwecke und alles andere stehen so da, wie sie aufgezeichnet wurden.',
    },
    chain: {
      title: 'Kein Schritt fehlt, keiner wurde eingefügt',
      text: 'Jeder Schritt nennt den Fingerabdruck des vorigen. Die Kette reicht vom ersten Schritt bis zu diesem Nachweis.',
    },
    head: {
      title: 'Die Angaben zum Nachweis sind die ursprünglichen',
      text: 'Wer ihn angefordert hat, wann, warum, und wer verantwortlich ist, wurde beim Erstellen festgehalten.',
    },
    parts: {
      title: 'Die personenbezogenen Daten sind die von damals',
      text: 'Name, Adresse, IP-Adresse und E-Mails passen zu den Fingerabdrücken, die damals aufgezeichnet wurden.',
    },
    address: {
      title: 'Jeder Vorgang betrifft die angegebene E-Mail-Adresse',
      text: 'Sein erster Schritt hat die Adresse als Fingerabdruck festgehalten, und zu ihm passt sie.',
    },
    notices: {
      title: 'Der Wortlaut ist der, dem zugestimmt wurde',
      text: 'Jeder Einwilligungstext passt zu dem Fingerabdruck, den der Schritt nennt.',
    },
    summary: {
      title: 'Die Zusammenfassung folgt aus den Schritten',
      text: 'Was als erteilt, widerrufen oder abgelaufen angegeben ist, ergibt sich aus den aufgezeichneten Schritten.',
    },
    checkpoint: {
      title: 'Das Protokoll ist unterschrieben',
      text: 'Der Prüfpunkt, der den Stand des ganzen Protokolls festhält, trägt eine gültige Unterschrift.',
    },
    origin: {
      title: 'Das Protokoll ist das, das genannt ist',
      text: 'Es ist mit einem Schlüssel unterschrieben, für den jemand außerhalb dieser Datei einsteht.',
    },
    log: {
      title: 'Jeder Schritt steht im Protokoll',
      text: 'Das Protokoll kann nur wachsen. Was darin steht, lässt sich nicht mehr unbemerkt ändern oder entfernen.',
    },
    anchors: {
      title: 'Frühere Stände des Protokolls passen dazu',
      text: 'Der heutige Stand setzt die früheren Stände fort, die beiliegen; nichts davon wurde umgeschrieben.',
    },
    timestamps: {
      title: 'Eine fremde Stelle bezeugt die Zeit',
      text: 'Ein Zeitstempeldienst hat einen Stand des Protokolls gesehen und die Zeit dazu bestätigt.',
    },
    kept: { title: 'Ihr eigener Prüfpunkt passt dazu', text: 'Das Protokoll hat den Stand, den Sie aufgehoben haben.' },
    witnesses: witnesses.claim,
    closing: verifyFile.closing.claim,
  } satisfies Record<ClaimId, Said>,
  findings: {
    tooLarge: ({ megabytes }) => `Die Datei ist größer als ${megabytes} MB. So groß ist kein Nachweis.`,
    notUtf8: () => 'Die Datei ist kein Text in UTF-8. Vielleicht wurde sie beim Übertragen beschädigt.',
    byteOrderMark: () =>
      'Die Datei beginnt mit einer Byte-Reihenfolge-Marke. Vielleicht wurde sie in einem Textprogramm neu gespeichert.',
    truncated: () => 'Die Datei bricht mittendrin ab. Bitte laden Sie sie noch einmal herunter.',
    notJson: () => 'Die Datei ist kein gültiges JSON, also kein Nachweis, oder sie wurde beschädigt.',
    misfit: (it) => `${place(it.place)} ${verifyFile.misfits[it.expected]}.`,
    keyTwice: (it) => `${place(it.place)} steht derselbe Name zweimal. Welcher Wert gilt, ist damit nicht eindeutig.`,
    loneSurrogate: (it) => `${place(it.place)} steht ein halbes Zeichen.`,
    number: (it) => `${place(it.place)} steht die Zahl ${it.written}, die so nicht eindeutig geschrieben ist.`,
    entryChanged: (it) => `${step(it.step)}: Dieser Schritt wurde nachträglich geändert.`,
    typeUnknown: (it) =>
      `${step(it.step)}: Diesen Schritt hat eine spätere Fassung der Software aufgezeichnet. Was er geändert hat, lässt sich hier nicht beurteilen; eine neuere Fassung dieser Prüfung kann es.`,
    otherSubject: (it) => `${step(it.step)}: Dieser Schritt gehört zu einer anderen Person.`,
    otherSite: (it) => `${step(it.step)}: Dieser Schritt gehört zu einer anderen Website.`,
    outOfPlace: (it) => `${step(it.step)}: Dieser Schritt steht nicht an seinem Platz oder steht doppelt da.`,
    prevDiffers: (it) => `${step(it.step)}: Dieser Schritt schließt nicht an den vorigen an.`,
    timeBackwards: (it) => `${step(it.step)}: Dieser Schritt trägt eine frühere Zeit als der, auf den er folgt.`,
    noReading: (it) =>
      `${step(it.step)}: Damit endet die Datei. Am Ende muss die Einsicht stehen, aus der sie stammt; es fehlt also etwas.`,
    stepsMissing: ({ from, to }) =>
      from === to ? `Schritt ${from} fehlt.` : `Die Schritte ${from} bis ${to} fehlen ganz oder zum Teil.`,
    deletedOutOfPlace: (it) =>
      `Schritt ${it.number} ist als gelöscht angegeben; das passt nicht zu den übrigen Schritten.`,
    headNotShown: () => 'Am Ende fehlen die Angaben zur Einsicht, aus denen sich die Angaben zum Nachweis ergeben.',
    addressOther: (it) => `${step(it.step)}: Er betrifft eine andere Adresse als die angegebene.`,
    addressSaltMissing: (it) => `${step(it.step)}: Es fehlt, womit sich zeigen ließe, welche Adresse er betrifft.`,
    addressSaltUnused: (it) => `Zum Vorgang ${it.recordId} gehört kein Schritt, der eine Adresse festgehalten hätte.`,
    addressNotAsAsked: () => 'Ob die Datei die Adresse nennt, passt nicht dazu, ob nach ihr gefragt wurde.',
    addressUncommitted: (it) => `${step(it.step)}: Welche Adresse er betrifft, hält er nicht fest.`,
    headDiffers: (it) => `${HEAD[it.member]}: Das stimmt nicht mit dem überein, was beim Erstellen festgehalten wurde.`,
    partChanged: (it) =>
      `${step(it.step)}: ${CHANGED[it.class] ?? `Der Teil „${it.class}“ oder sein Salt wurde geändert.`}`,
    partMissing: (it) => `${step(it.step)}: Hierzu fehlt eine Angabe (${className(it.class)}).`,
    partUnknown: (it) => `${step(it.step)}: Hier steht etwas, das nicht dazugehört (${className(it.class)}).`,
    partNotAsAsked: (it) =>
      `${step(it.step)}: Was gezeigt und was weggelassen ist, passt nicht zur Anforderung (${className(it.class)}).`,
    partGoneDiffers: (it) =>
      `${step(it.step)}: Dass diese Angabe noch gespeichert oder schon gelöscht war, wurde beim Erstellen anders festgehalten (${className(it.class)}).`,
    partGoneLater: (it) =>
      `${step(it.step)}: Wann diese Angabe gelöscht wurde, kann nicht stimmen: Der Nachweis ist älter (${className(it.class)}).`,
    partLost: (it) =>
      `${step(it.step)}: Diese Angabe müsste noch gespeichert sein und ist verloren gegangen (${className(it.class)}).`,
    noticeChanged: (it) => `Der Wortlaut zu „${it.id}“ (Fassung ${it.version}, ${it.language}) wurde geändert.`,
    noticeUnused: (it) =>
      `Der Wortlaut zu „${it.id}“ (Fassung ${it.version}, ${it.language}) gehört zu keinem der Schritte.`,
    noticeMissing: (it) => `${step(it.step)}: Der Wortlaut zu „${it.id}“ fehlt.`,
    noticeOfOther: (it) => `${step(it.step)}: Der Wortlaut zu „${it.id}“ gehört zu etwas anderem.`,
    noticeLanguage: (it) => `${step(it.step)}: Der Wortlaut zu „${it.id}“ ist in einer anderen Sprache.`,
    recordsDiffer: ({ says, follows }) =>
      `Angegeben sind ${says} Anmeldungen; aus den Schritten ergeben sich ${follows}.`,
    recordDiffers: (it) => `Anmeldung ${it.record}: Die Angabe „${it.member}“ folgt nicht aus den Schritten.`,
    statusDiffers: (it) => `Anmeldung ${it.record}: Der Stand zu „${it.purpose}“ folgt nicht aus den Schritten.`,
    keyUnreadable: (it) => `In der Datei steht ein Schlüssel, der keiner ist: ${it.key}`,
    keyRepeated: (it) => `In der Datei steht ein Schlüssel zweimal: ${it.key}`,
    keyUnused: (it) => `In der Datei steht ein Schlüssel, mit dem nichts unterschrieben ist: ${it.key}`,
    givenKeyUnreadable: (it) => `Der Schlüssel, den Sie angegeben haben, ist nicht vollständig: ${it.key}`,
    checkpointUnreadable: (it) => `${which(it.which)} ist nicht lesbar.`,
    checkpointForged: (it) => `${which(it.which)} wurde geändert oder trägt eine falsche Unterschrift.`,
    originDiffers: (it) => `${which(it.which)} stammt aus einem anderen Protokoll.`,
    keyNotGiven: (it) =>
      `Das Protokoll ist nicht mit einem Schlüssel unterschrieben, den Sie angegeben haben, sondern mit ${it.key}`,
    keyUnknown: (it) => `Der Schlüssel stammt aus der Datei selbst; niemand steht für ihn ein: ${it.key}`,
    keyNotOfHost: (it) =>
      `${it.host} veröffentlicht die Schlüssel dieses Protokolls. Der, mit dem unterschrieben ist, gehört nicht dazu: ${it.key}`,
    keyChanged: (it) =>
      `Am ${timeOrText(it.since, 'de')} wurde ein Nachweis aus diesem Protokoll mit einem anderen Schlüssel für gut befunden, ${it.known}. Diese Datei ist mit ${it.key} unterschrieben. Entweder hat das Protokoll einen neuen Schlüssel, oder es ist nicht dieses Protokoll; das zeigen seine veröffentlichten Schlüssel.`,
    originUnsigned: () => 'Das Protokoll, das die Datei nennt, hat ihren Prüfpunkt nicht unterschrieben.',
    signatureUnknown: (it) =>
      `${which(it.which)} trägt eine Unterschrift, deren Schlüssel nicht in der Datei steht (${it.name}).`,
    signatureRepeated: (it) => `${which(it.which)} trägt dieselbe Unterschrift mehrmals (${it.name}).`,
    ...verifyFile.closing.findings,
    noConfirmation: (it) => `${step(it.step)}: Das ist keine Bestätigung; ein Beleg ist über eine Bestätigung.`,
    receiptDiffers: (it) => `Die Angabe „${it.member}“ folgt nicht aus der Bestätigung, die im Beleg steht.`,
    receiptTooEarly: () =>
      'Der Beleg nennt noch keine Stelle im Protokoll. Bitte laden Sie ihn über den Link in Ihrer E-Mail noch einmal herunter.',
    logNotAsked: (it) =>
      `Ob die Bestätigung im Protokoll steht, zeigt erst das Protokoll selbst. Prüfen Sie den Beleg auf der Website, von der er stammt (/verify), oder geben Sie die Adresse des Protokolls an (--log https://${it.origin}).`,
    logUnreadable: (it) => `Das Protokoll war nicht zu lesen (${it.name}), oder seine Teile passen nicht zusammen.`,
    noCheckpoint: () => 'Die Datei enthält keinen lesbaren Prüfpunkt des Protokolls.',
    notInLog: (it) => `${step(it.step)}: Der Beleg, dass dieser Schritt im Protokoll steht, ist falsch.`,
    indexTwice: (it) => `${step(it.step)}: Zwei Schritte sollen an derselben Stelle des Protokolls stehen.`,
    newerThanCheckpoint: (it) =>
      `${step(it.step)}: Dieser Schritt ist neuer als der Prüfpunkt und deshalb noch nicht belegt. Ein später erstellter Nachweis belegt ihn.`,
    anchorLarger: (it) => `${which(it.which)} ist neuer als der Prüfpunkt der Datei.`,
    anchorForked: (it) =>
      `${which(it.which)} passt nicht zum Prüfpunkt der Datei: Das Protokoll wurde dazwischen umgeschrieben.`,
    anchorOutOfOrder: (it) => `${which(it.which)} steht doppelt da oder an der falschen Stelle.`,
    timestampUnread: (it) => `${which(it.which)} hat einen Zeitstempel, der noch nicht geprüft ist.`,
    timestampOther: (it) => `${which(it.which)} hat einen Zeitstempel, der zu etwas anderem gehört.`,
    timestampForged: (it) => `${which(it.which)} hat einen Zeitstempel, dessen Unterschrift nicht stimmt.`,
    timestampAtOdds: (it) =>
      `${which(it.which)} hat einen Zeitstempel vom ${timeOrText(it.at, 'de')}. Das passt nicht zu den Zeiten der Schritte; er zählt deshalb nicht.`,
    timestampUnreadable: (it) => `${which(it.which)} hat einen Zeitstempel, der nicht lesbar ist.`,
    keptForked: (it) =>
      `Ihr eigener Prüfpunkt (${it.size} Einträge) widerspricht der Datei: Es gibt zwei Fassungen des Protokolls.`,
    keptUnrelated: (it) =>
      `Die Datei sagt nichts über den Stand mit ${it.size} Einträgen. Wie er zu ihr passt, zeigt erst ein Beleg aus dem Protokoll.`,
    ...witnesses.findings,
    newerThanCosigned: (it) => `${step(it.step)}: ${witnesses.newer(it)}`,
  } satisfies Sentences<Finding>,
  notes: {
    placesDeleted: ({ numbers }) =>
      `Vorher gelöscht, weil die Zeit um war: ${numbers.length === 1 ? 'Schritt' : 'die Schritte'} ${numbers.join(', ')}. Ob der Schritt danach anschließt, lässt sich deshalb nicht prüfen.`,
    partsWithheld: ({ classes }) => `In dieser Datei weggelassen: ${classes.map(className).join(', ')}.`,
    partsGone: ({ classes }) =>
      `Zum Teil nicht mehr vorhanden, laut der Datei gelöscht: ${classes.map(className).join(', ')}.`,
    keyGiven: ({ key }) => `Unterschrieben mit dem Schlüssel, den Sie angegeben haben: ${key}`,
    keyOfHost: ({ key, host }) => `Unterschrieben mit einem Schlüssel, den ${host} veröffentlicht: ${key}`,
    keyRemembered: ({ key, since }) =>
      `Unterschrieben mit einem Schlüssel, der hier seit dem ${timeOrText(since, 'de')} bekannt ist: ${key}`,
    keyOfKept: ({ key }) => `Unterschrieben mit dem Schlüssel, der auch Ihren eigenen Prüfpunkt unterschrieb: ${key}`,
    receiptSays: () =>
      'Den Zeitpunkt der Anmeldung, die Namen und die Angaben zum Verantwortlichen enthält die Bestätigung nicht; das sagt der Beleg allein.',
    inLog: (it) => `Eintrag ${it.index} von ${it.size} im Protokoll, wie ${it.name} es zeigt.`,
    ...witnesses.notes,
    noAnchors: () => 'Die Datei enthält keine archivierten früheren Stände.',
    anchored: ({ size, covered }) =>
      `${stepCount(covered)} ${covered === 1 ? 'stand' : 'standen'} schon im früheren Stand mit ${size} Einträgen.`,
    stampedAt: ({ at, authority, covered }) =>
      `Am ${timeOrText(at, 'de')} gab es schon ${stepCount(covered)}. Das bezeugt ${authority}; ob Sie dieser Stelle vertrauen, entscheiden Sie.`,
  } satisfies Sentences<Note>,
};
