/** A message was not worked off, and by design: nothing failed, it comes again, and is seen to then. */
export class ComesAgain extends Error {
  override readonly name: string = 'ComesAgain';
}
