import type { Rules } from './grammar';

export const ENGLISH: Rules = {
  i: 'i|we',
  address: '(my|this|our|the) ((email|mail) address|address|email|name) ($ich)?|$ich',
  me: 'me|us|<address>',
  det: '(your|this|the|these|all|any|my|our|of|such|every)*',
  list:
    '<det> (email|company|marketing|promotional)? (newsletter|newsletters|newsletter list|mailing list|mailing lists|mailinglist|email list|' +
    'email lists|distribution list|list|lists|mailings|emails|mails|email newsletter|subscription list|newsletter emails)',
  from: '(from|off|of|to) (of)? <list> (and (from)? <list>)?',
  wish: '(would like|want|wish|d like|would love) (now)?',
  mail: '<det> (email)? (newsletter|newsletters|emails|email|mails|mail|messages|mailings|updates|communications|correspondence)',
  more: '(any)? (more|further|other|additional|future)? (of)?',
  anymore: '(anymore|(any (more|longer))|again|(in (the)? future)|(from you)|(to (me|this address)))*',
  not: '(do not)|dont|(don t)',
  receive: '(to)? (receive|get|be sent|receiving|getting)',
  advert:
    '<det> (direct|email)? (marketing|advertising|advertisements|ads|adverts|promotions) (emails|mails|messages|material|materials|purposes|communications)?|' +
    '<det> promotional (emails|mails|messages|material|mail|offers|communications)',
  data: 'my (personal)? (data|information|email address|details)',
  use: '(the|any|your|all|further)* (processing|use|using) (of)? <data> for (the purposes of|the purpose of|any)? <advert>',
  for:
    '(to|for|regarding|concerning) ((receive|receiving|the receipt of|being sent) )? (<mail>|<advert>)|' +
    '(to|for) (the)? (processing|use) of <data> (for (the purposes of)? <advert>)?',
};

export const ENGLISH_WITHDRAWALS: readonly string[] = [
  'unsubscribe (<me>)? <from>',
  '(remove|take|delete|drop|strike) <me> <from>',
  'opt <me> out <from>',
  '<i> <wish> to (unsubscribe|opt out|be (removed|unsubscribed|taken off|deleted|opted out)) <from>',
  '<i> <wish> to be taken off <list>',
  '(<i> <wish> to)? cancel (my|our|the|this) (newsletter|email)? subscription ((to|for) <list>)?',
  '<i> <wish> to stop receiving <mail> <anymore>',
  '<i> am unsubscribing <from>',
  '<i> unsubscribe <from>',
  '<i> no longer (wish|want|care) (<receive>)? <mail> <anymore>',
  '<i> (<not>) (want|wish|care) (<receive>)? <more> <mail> <anymore>',
  '<i> (<wish>) (<receive>)? no (more|further) <mail> <anymore>',
  'stop (sending|mailing) (me|us) <more> <mail> <anymore>',
  'stop emailing (me|us) <anymore>',
  'stop sending <mail> to (me|us|<address>)',
  '((<not>)|never) (send|email|mail) (me|us) <more> <mail> <anymore>',
  '((<not>)|never) email (me|us) (anymore|any more|any longer|again)',
  '<i> (withdraw|revoke|(am (withdrawing|revoking))) my consent (<for>)?',
  '<i> <wish> to (withdraw|revoke) my consent (<for>)?',
];

export const ENGLISH_OBJECTIONS: readonly string[] = [
  '<i> (object|(am objecting)) to (<use>|(receiving|the receipt of|being sent)? (any|all|further|more)* <advert>) <anymore>',
  '<i> <wish> to object to (<use>|(receiving)? (any|all|further|more)* <advert>)',
  '<i> (<not>) (want|wish) (<receive>)? <more> <advert> <anymore>',
  '<i> no longer (wish|want) (<receive>)? <advert> <anymore>',
  '((<not>)|never) send (me|us) <more> <advert> <anymore>',
  'stop sending (me|us) <more> <advert> <anymore>',
  'stop using <data> for <advert>',
];

export const ENGLISH_BARE: readonly string[] = [
  '(unsubscribe|stop|(opt out)|(opt me out)|(remove me)|(take me off)|(cancel subscription))',
  'unsubscribe <me>',
  'stop (emails|mails|newsletter|mailing)',
  '<i> <wish> to (unsubscribe|opt out|be (unsubscribed|removed))',
  '((<not>)|never) (contact|write|message) (to)? (me|us) (anymore|any more|any longer|again)',
];

export const ENGLISH_ASKED: readonly string[] = ['no (more|further) <mail> <anymore>'];

export const ENGLISH_NOUNS: readonly string[] = [
  '(unsubscription|unsubscribe|(unsubscribe request)|(newsletter unsubscribe)|(unsubscribe newsletter)|(withdrawal of (my)? consent))',
];
export const ENGLISH_OBJECTION_NOUNS: readonly string[] = [
  'objection to <advert>',
  'no (more|further) <advert> <anymore>',
];
