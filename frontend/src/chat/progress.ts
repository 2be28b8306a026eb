// What to say about a turn that is under way.

import { duration, remaining, speed } from '../format';
import { t } from '../i18n';
import type { TurnInfo } from '../protocol';
import type { LiveTurn } from '../session';

/** The phase alone, in words: said aloud by screen readers when it changes. */
export function phaseText(turn: TurnInfo, live: LiveTurn | undefined): string {
  if (live?.ended) return t('phase.saving');
  const phase = live?.phase ?? 'queued';
  if (phase !== 'queued') return t(`phase.${phase}`);
  if (turn.status === 'running') return t('phase.starting');
  if (live?.ahead === 0) return t('phase.next');
  return live?.ahead ? t('phase.queued', { n: live.ahead }) : t('phase.waiting');
}

/** The line under a turn: "Writing · 26 tok/s · about 40 sec left". */
export function progressText(turn: TurnInfo, live: LiveTurn | undefined): string {
  const parts = [phaseText(turn, live)];
  if (live && !live.ended) {
    if (live.attempt > 1) parts.unshift(t('phase.attempt', { n: live.attempt }));
    if (live.phase === 'reading' && live.prefill) {
      const { processed, total } = live.prefill;
      parts.splice(-1, 1, t('phase.reading.count', { processed, total }));
    }
    if ((live.phase === 'writing' || live.phase === 'repairing') && live.stats) {
      const { tokens_per_second, seconds_left } = live.stats;
      if (tokens_per_second > 0) parts.push(t('phase.speed', { speed: speed(tokens_per_second) }));
      if (seconds_left !== null && seconds_left > 0) {
        parts.push(t('phase.left', { time: remaining(seconds_left) }));
      }
    }
  }
  return parts.join(' · ');
}

/** How far the phase is, from 0 to 1; null when nobody knows. */
export function progressFraction(live: LiveTurn | undefined): number | null {
  if (!live || live.ended) return null;
  if (live.phase === 'reading' && live.prefill?.total) {
    return Math.min(1, live.prefill.processed / live.prefill.total);
  }
  const writes = live.phase === 'writing' || live.phase === 'repairing';
  if (!writes || !live.stats || live.stats.seconds_left === null) return null;
  const { tokens, tokens_per_second, seconds_left } = live.stats;
  const expected = tokens + tokens_per_second * seconds_left;
  return expected > 0 ? Math.min(1, tokens / expected) : null;
}

/** The facts of a finished turn: "2 files · 48 sec · 26 tok/s". */
export function resultText(turn: TurnInfo, files: number): string {
  const parts = [t('revision.files', { n: files })];
  if (turn.started !== null && turn.finished !== null) {
    parts.push(duration(turn.finished - turn.started));
  }
  const { completion_tokens = 0, completion_seconds = 0 } = turn.usage ?? {};
  if (completion_seconds > 0) {
    parts.push(t('phase.speed', { speed: speed(completion_tokens / completion_seconds) }));
  }
  return parts.join(' · ');
}
