/** What a newcomer reads first. */
export const INTRODUCTION = `Double opt-in that can be proven, and withdrawn as easily as it was given.

**A person** signs up at a website (\`signUp\`), gets a mail, and presses the button behind its link. **Marketing** asks whom it may
write to (\`getPermissions\`, \`getAudience\`). **Compliance** gets the proof (\`getEvidence\`) and carries out what persons ask for.

**Access tokens.** What persons use needs none. All else needs one that has the scope named at the operation, in the header
\`Authorization: Bearer …\`, from the issuer of the deployment.

**Errors** are \`application/problem+json\` (RFC 9457): \`type\` is for programs, \`detail\` says what to do, and with status 422 \`errors\`
says so for each member of the body. They never quote what was sent.

**Repeating is harmless**, whatever the answer was or whether there was one: what is done already is not done again.

**HEAD** is taken wherever anybody may GET, and \`OPTIONS\` where pages of a site call (CORS).

**Reading answers.** Members may be added to answers; pass over those that you do not know. Bodies that are sent are read strictly: a
member that is not known is refused, so that nothing is lost unseen.`;
