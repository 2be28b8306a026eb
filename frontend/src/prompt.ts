// The rules of a prompt box, shared by the home page and the workspace.

import { t } from './i18n';
import { MAX_PROMPT_CHARS } from './protocol';

const COUNT_BELOW = 1_000; // characters left at which the count is shown

/** Whether the key sends: Enter alone, and never the Enter that ends an input method's word. */
export function isSubmit(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>,
): boolean {
  // Safari ends the composition before the key event; only the old code 229 tells there.
  const composing = event.isComposing || event.keyCode === 229;
  return event.key === 'Enter' && !event.shiftKey && !composing;
}

/** Characters left, as the server counts them: code points of the trimmed text. */
export function charactersLeft(text: string): number {
  const trimmed = text.trim();
  if (trimmed.length <= MAX_PROMPT_CHARS - COUNT_BELOW) return MAX_PROMPT_CHARS - trimmed.length;
  return MAX_PROMPT_CHARS - Array.from(trimmed).length;
}

/** What to say about the length, or nothing while there is plenty left. */
export function lengthHint(text: string): string {
  const left = charactersLeft(text);
  if (left < 0) return t('prompt.over', { n: -left });
  return left < COUNT_BELOW ? t('prompt.left', { n: left }) : '';
}

export function canSend(text: string): boolean {
  return text.trim() !== '' && charactersLeft(text) >= 0;
}

/** Let a text box grow with what is in it; its CSS sets the limits. */
export function fitHeight(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}
