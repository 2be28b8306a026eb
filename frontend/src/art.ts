// A small abstract picture for each project, always the same for the same id.

const COLUMNS = 8;
const ROWS = 3;
const CELL = 24; // units of the drawing
const COLOURS = 5; // --tile-1 … --tile-5 in projects.css

/** SVG of a composition of circles and quarter circles; the id itself is not in it. */
export function tile(id: string): string {
  const next = numbers(id);
  const first = next(COLOURS);
  const second = (first + 1 + next(COLOURS - 1)) % COLOURS;
  const shapes: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const colour = next(4) === 0 ? second : first;
      shapes.push(shape(next(6), column * CELL, row * CELL, colour + 1));
    }
  }
  const size = `${COLUMNS * CELL} ${ROWS * CELL}`;
  return `<svg viewBox="0 0 ${size}" preserveAspectRatio="xMidYMid slice">${shapes.join('')}</svg>`;
}

function shape(kind: number, x: number, y: number, colour: number): string {
  const fill = `fill="var(--tile-${colour})"`;
  const [right, bottom] = [x + CELL, y + CELL];
  const paths = [
    `M${x} ${y}h${CELL}A${CELL} ${CELL} 0 0 1 ${x} ${bottom}z`,
    `M${right} ${y}v${CELL}A${CELL} ${CELL} 0 0 1 ${x} ${y}z`,
    `M${right} ${bottom}h${-CELL}A${CELL} ${CELL} 0 0 1 ${right} ${y}z`,
    `M${x} ${bottom}v${-CELL}A${CELL} ${CELL} 0 0 1 ${right} ${bottom}z`,
  ];
  if (kind === 4)
    return `<circle cx="${x + CELL / 2}" cy="${y + CELL / 2}" r="${CELL / 4}" ${fill}/>`;
  return kind === 5 ? '' : `<path d="${paths[kind]}" ${fill}/>`;
}

/** Whole numbers below a limit, from the text: FNV-1a, then xorshift. */
function numbers(text: string): (limit: number) => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  state = state >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
}
