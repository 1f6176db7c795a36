/** Steps that are kept for undo; a step holds what it shares with its neighbours only once. */
const STEPS_AT_MOST = 500;

interface Step<State> {
  state: State;
  /** Where the change that led away from this state happened. */
  place: string;
}

/** What is there now, what was there before, and what was undone. Immutable. */
export interface History<State> {
  present: State;
  past: readonly Step<State>[];
  future: readonly Step<State>[];
  /** Further changes at this place belong to the last step: letters typed into one field. */
  openPlace: string | null;
}

export function startHistory<State>(present: State): History<State> {
  return { present, past: [], future: [], openPlace: null };
}

/** @param isTyping the change may go on: the next one at the same place is the same step. */
export function change<State>(
  { present, past, openPlace }: History<State>,
  next: State,
  place: string,
  isTyping = false,
): History<State> {
  const isSameStep = isTyping && openPlace === place;
  return {
    present: next,
    past: isSameStep ? past : [...past, { state: present, place }].slice(-STEPS_AT_MOST),
    future: [],
    openPlace: isTyping ? place : null,
  };
}

/** The field was left: what comes next is another step. */
export function settle<State>(history: History<State>): History<State> {
  return history.openPlace === null ? history : { ...history, openPlace: null };
}

/** null: there is nothing to undo. `place`: where something changes by it. */
export function undo<State>(
  history: History<State>,
): { history: History<State>; place: string } | null {
  const step = history.past.at(-1);
  if (!step) return null;
  const { state, place } = step;
  return {
    place,
    history: {
      present: state,
      past: history.past.slice(0, -1),
      future: [...history.future, { state: history.present, place }],
      openPlace: null,
    },
  };
}

/** null: there is nothing to redo. */
export function redo<State>(
  history: History<State>,
): { history: History<State>; place: string } | null {
  const step = history.future.at(-1);
  if (!step) return null;
  const { state, place } = step;
  return {
    place,
    history: {
      present: state,
      past: [...history.past, { state: history.present, place }],
      future: history.future.slice(0, -1),
      openPlace: null,
    },
  };
}
