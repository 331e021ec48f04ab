import { DropIn } from './drop-in';
import { readOptions } from './options';
import { addStyle } from './style';

const script = document.currentScript;

function start(tag: HTMLScriptElement): void {
  const languages = [document.documentElement.lang, navigator.language];
  addStyle();
  void new DropIn(readOptions(tag.src, tag.dataset, languages), tag).start();
}

if (script instanceof HTMLScriptElement) {
  // The place for the form may come only after the script.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => start(script));
  else start(script);
}
