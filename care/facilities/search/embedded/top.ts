/** Which of two facilities comes first: negative = the first. */
type Order = (a: number, b: number) => number;

/** The first `count` of many in order, without sorting them all: a heap with the last of them on top. */
export function firstOf(slots: readonly number[], count: number, order: Order): number[] {
  const heap: number[] = [];
  for (const slot of slots) {
    if (heap.length < count) {
      heap.push(slot);
      rise(heap, order);
    } else if (order(slot, heap[0] as number) < 0) {
      heap[0] = slot;
      sink(heap, order);
    }
  }
  return heap.sort(order);
}

function rise(heap: number[], order: Order): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (order(heap[child] as number, heap[parent] as number) <= 0) return;
    swap(heap, child, parent);
    child = parent;
  }
}

function sink(heap: number[], order: Order): void {
  let parent = 0;
  for (;;) {
    let last = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < heap.length && order(heap[child] as number, heap[last] as number) > 0) last = child;
    }
    if (last === parent) return;
    swap(heap, parent, last);
    parent = last;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] as number;
  heap[a] = heap[b] as number;
  heap[b] = kept;
}
