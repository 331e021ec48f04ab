/** Ob ein Werkzeug Bescheid weiß, warum nicht, und was zu tun ist. */
export const toolTrouble = {
  states: {
    'in-step': 'hat alles bestätigt',
    'under-way': 'wird gerade informiert',
    failed: 'weiß nicht alles',
    stopped: 'will nichts mehr hören',
    'by-hand': 'wird nicht von hier informiert',
  },
  why: {
    notConfigured: 'Die Zugangsdaten fehlen hier oder sind unvollständig.',
    noAddress: 'Die Adresse ist gelöscht, und das Werkzeug weiß von der Löschung noch nichts.',
    unreachable: 'Das Werkzeug hat nicht oder zu spät geantwortet.',
    stopped: 'Das Werkzeug hat geantwortet, dass es nichts mehr hören will (410).',
    key: (status: number) => `Das Werkzeug lehnt den Schlüssel ab (${status}).`,
    notFound: 'Das Werkzeug kennt die Liste oder die Adresse der Schnittstelle nicht (404).',
    tooMany: 'Dem Werkzeug waren es zu viele Anfragen (429).',
    itsFault: (status: number) => `Im Werkzeug ist etwas schiefgegangen (${status}).`,
    refused: (status: number | undefined) =>
      status === undefined ? 'Das Werkzeug hat abgelehnt.' : `Das Werkzeug hat abgelehnt (${status}).`,
    internal: 'Hier ist etwas schiefgegangen.',
  },
  todo: {
    access: 'Wer das System betreibt, muss Schlüssel und Listen prüfen. Danach noch einmal versuchen.',
    wait: 'Es wird drei Tage lang von selbst weiter versucht. Sie können es auch jetzt noch einmal versuchen.',
    byHand: 'Löschen Sie die Person im Werkzeug von Hand, über ihre Kennung.',
    resume: 'Klären Sie mit dem Anbieter, warum. „Noch einmal versuchen“ informiert es wieder.',
    tell: 'Wenden Sie sich an die, die das System betreiben.',
  },
};
