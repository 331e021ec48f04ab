/** No name has one of these, and hardly a sentence that says anything does without. */
const FUNCTION_WORDS = new Set(
  `ich du er es wir ihr sie mich mir dich dir uns euch ihnen mein meine meinen dein ihre ihren ihrem der die das den dem des ein eine
  einen kein keine keinen nicht nie niemals nichts nur noch doch aber oder und sondern wenn falls sofern sobald bis erst ab an auf aus
  bei fuer mit nach ohne von vom vor zu zum zur ist sind war waren wird werden wurde hat habe haben hatte bin bist bitte ja nein auch
  als dass ob wie was wer wo wann warum dieser diese dieses jetzt spaeter schon wieder trotzdem leider danke melden bleiben behalten
  abmelden anmelden weiter weiterhin quatsch scherz spass ausser vielleicht angeblich mehr
  i you he she it we they me him her us them my your his our their the a an no not never none only still but or and unless if when
  until because at on for with after without from of to is are was were will would has have had am be been please yes also as that
  how what who where why this these now later already again sorry stay keep stop just joke joking kidding dont except maybe`.split(
    /\s+/,
  ),
);

/** Whether words can be names. */
export function areNames(words: readonly string[]): boolean {
  return words.every((word) => !FUNCTION_WORDS.has(word));
}
