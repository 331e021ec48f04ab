/** What the pages say that ask whether to go on. */
export const keepPage = {
  keepTitle: 'Möchten Sie das weiter bekommen?',
  keepText: 'Dafür sind Sie bei uns angemeldet:',
  keepButton: 'Ja, weiter schicken',
  keepNote: 'Solange Sie nicht auf die Schaltfläche drücken, ändert sich nichts.',
  keptTitle: 'Danke, alles bleibt, wie es ist',
  keptText: 'Sie bekommen von uns weiterhin:',
};
