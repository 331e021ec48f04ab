/**
 * Domains that many people have a mailbox at, who know nothing of each other. What a firm's own mail server would suffer from is
 * nothing to theirs, and a cap would shut out everybody who happens to be there.
 */
export const MAIL_PROVIDERS: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'icloud.com', 'me.com', 'mac.com', 'outlook.com', 'outlook.de', 'msn.com'],
  ...['hotmail.com', 'hotmail.de', 'hotmail.fr', 'hotmail.it', 'hotmail.co.uk', 'live.com', 'live.de', 'live.nl'],
  ...['yahoo.com', 'yahoo.de', 'yahoo.fr', 'yahoo.it', 'yahoo.es', 'yahoo.co.uk', 'ymail.com', 'rocketmail.com'],
  ...['aol.com', 'aol.de', 'proton.me', 'protonmail.com', 'pm.me', 'tuta.com', 'tutanota.com', 'tutanota.de'],
  ...['fastmail.com', 'zoho.com', 'zohomail.eu', 'hey.com', 'mail.com', 'email.com'],
  // Germany, Austria, Switzerland.
  ...['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch', 'gmx.com', 'gmx.eu', 'gmx.info', 'gmx.org', 'web.de', 'email.de'],
  ...['t-online.de', 'magenta.de', 'freenet.de', 'mail.de', 'posteo.de', 'posteo.net', 'mailbox.org', '1und1.de'],
  ...['online.de', 'onlinehome.de', 'arcor.de', 'vodafone.de', 'vodafonemail.de', 'kabelmail.de', 'unitybox.de'],
  ...['o2online.de', 'ewe.net', 'ewetel.net', 'netcologne.de', 'htp-tel.de', 'osnanet.de', 'alice-dsl.net'],
  ...['a1.net', 'aon.at', 'chello.at', 'inode.at', 'liwest.at', 'bluewin.ch', 'hispeed.ch', 'sunrise.ch'],
  // The other countries of the EU/EEA, and their neighbours.
  ...['orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'sfr.fr', 'neuf.fr', 'bbox.fr', 'libero.it', 'virgilio.it'],
  ...['alice.it', 'tiscali.it', 'tin.it', 'telefonica.net', 'terra.es', 'sapo.pt', 'ziggo.nl', 'kpnmail.nl'],
  ...['xs4all.nl', 'planet.nl', 'home.nl', 'skynet.be', 'telenet.be', 'proximus.be', 'pt.lu', 'wp.pl', 'o2.pl'],
  ...['onet.pl', 'interia.pl', 'op.pl', 'gazeta.pl', 'seznam.cz', 'centrum.cz', 'email.cz', 'azet.sk', 'freemail.hu'],
  ...['citromail.hu', 'abv.bg', 'mail.bg', 'yahoo.ro', 'inbox.lv', 'mail.ee', 'telia.com', 'bredband.net', 'online.no'],
  ...['mail.dk', 'elisanet.fi', 'eircom.net', 'btinternet.com', 'sky.com', 'virginmedia.com', 'ntlworld.com'],
]);
