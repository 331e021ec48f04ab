/** What the verifier's page says, apart from what it finds. */
export const verifyPage = {
  title: 'Nachweis prüfen',
  noScript:
    'Diese Seite prüft die Datei auf Ihrem Gerät und braucht dafür JavaScript, das hier abgeschaltet ist oder fehlt. Bitte schalten Sie es ein, oder öffnen Sie die Seite in einem anderen Browser.',
  commandLine: 'Ohne Browser prüft die Kommandozeile der Software, mit demselben Ergebnis:',
  command: 'npm run cli -- verify DATEI --log https://SERVER/log',
  intro:
    'Hier prüfen Sie, ob ein Nachweis über eine Einwilligung unverändert ist: die JSON-Datei, oder das PDF, dem sie beiliegt.',
  choose: 'Datei auswählen',
  drop: 'oder hierher ziehen',
  private:
    'Die Datei bleibt auf Ihrem Gerät; nichts davon wird gesendet. Vom Server dieser Seite kommen höchstens noch die öffentlichen Schlüssel seines Protokolls. Gespeichert funktioniert die Seite auch ohne Internet.',
  more: 'Genauer prüfen: mit Schlüsseln von anderswo oder eigenem Prüfpunkt',
  key: 'Schlüssel des Protokolls',
  keyHint: 'Wenn Sie ihn von anderswo kennen, etwa von der Adresse des Protokolls (/log/keys) oder aus einem Beleg.',
  keyWrong: 'Das ist kein vollständiger Schlüssel. Er sieht etwa so aus: log.example+1a2b3c4d+AZ…',
  witness: 'Schlüssel eines Zeugen',
  witnessHint:
    'Ein Zeuge beobachtet das Protokoll. Seinen Schlüssel veröffentlicht er selbst; mit ihm wird geprüft, ob es eine zweite Fassung geben kann.',
  witnessWrong: 'Das ist kein vollständiger Schlüssel eines Zeugen. Er sieht etwa so aus: witness.example+1a2b3c4d+BB…',
  checkpoint: 'Prüfpunkt, den Sie aufgehoben haben',
  checkpointHint: 'Der ganze Text, mit der Unterschrift am Ende.',
  checking: 'Die Datei wird geprüft …',
  checked: (name: string) => `Geprüft: ${name}`,
  unreadable: 'Die Datei ließ sich nicht öffnen. Bitte versuchen Sie es noch einmal.',
  claimsTitle: 'Im Einzelnen',
  language: 'Sprache',
};
