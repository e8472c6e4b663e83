/**
 * The candidate a misspelt name was most likely meant to be: another spelling in capitals, or one to two slips of the
 * pen away (one for names of up to four characters). Undefined when none is near, or two are equally near.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const folded = name.toLowerCase();
  const allowed = name.length <= 2 ? 0 : name.length <= 4 ? 1 : 2;
  let nearest: string | undefined;
  let best = allowed + 1;
  for (const candidate of new Set(candidates)) {
    if (candidate === name || Math.abs(candidate.length - name.length) > allowed) continue;
    const distance = distanceWithin(folded, candidate.toLowerCase(), allowed);
    if (distance < best) {
      nearest = candidate;
      best = distance;
    } else if (distance === best && distance <= allowed) nearest = undefined;
  }
  return nearest;
}

/** Letters to add, take away, replace, or swap with their neighbour; anything beyond `limit` counts as `limit + 1`. */
function distanceWithin(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return Math.min(row[b.length]!, limit + 1);
}
