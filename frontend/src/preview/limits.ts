/** What a page in the preview may do before it is cut off; shared with the probe inside it. */

/** Milliseconds between two questions to the page whether it still answers. */
export const BEAT_MS = 500;
/** Milliseconds without an answer after which a page counts as stuck. */
export const STUCK_MS = 4000;
/** Milliseconds after which a page that never said hello is looked for elsewhere. */
export const HELLO_MS = 4000;
/** Messages a second: more froze the studio for 9 seconds when this was measured. */
export const FLOOD_PER_SECOND = 2000;

/** Characters of one reported line. */
export const LINE_CHARS = 2000;
/** Characters of an element that was chosen; the server takes no more. */
export const ELEMENT_CHARS = 1000;
/** Reported lines a second; further ones are counted as muted. */
export const LINES_PER_SECOND = 200;
/** Lines the panel keeps. */
export const LINES_KEPT = 500;
/** Stands in a line's `file` when the probe left lines out. */
export const MUTED = "atelier:muted";

/** Characters of everything a page keeps in its storage. */
export const STORAGE_CHARS = 4 * 1024 * 1024;
/** The frame's name begins with this when it carries the page's storage. */
export const STORAGE_NAME = "atelier-storage:";
