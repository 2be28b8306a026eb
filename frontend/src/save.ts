// Saving by hand: the whole project goes to the server and comes back as a revision's number.

import { t } from './i18n';
import type { Problem, SaveReply, SaveRequest } from './protocol';

const SAVE_TIMEOUT = 20_000; // ms

/** The new revision's number, or the problem in words; never throws. */
export async function save(
  url: string,
  token: string,
  request: SaveRequest,
): Promise<number | Problem> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(SAVE_TIMEOUT),
    });
    const reply = (await response.json()) as SaveReply;
    return reply.revision ?? reply.problem ?? failed();
  } catch {
    return failed();
  }
}

function failed(): Problem {
  return { code: 'save-failed', message: t('code.save.failed'), params: {} };
}
