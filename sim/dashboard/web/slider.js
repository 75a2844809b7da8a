// Where on a slider a share of its length lies, as CSS: the middle of its handle, 20 px wide, cannot reach the ends.
export function spot(share) {
  return `calc(10px + ${share} * (100% - 20px))`;
}

export function span(share) {
  return `calc(${share} * (100% - 20px))`;
}
