/** A run of numbers of the record. `to` null: up to whatever comes. */
export interface Span {
  next: number;
  to: number | null;
}

/** What went wrong last. */
export interface Failure {
  /** ISO 8601, UTC. */
  at: string;
  /**
   * `network`: nobody answered. `timeout`: nobody answered in time. `status`: an answer that was no
   * success. `redirect`: it named another address. `rejected`: some were taken, some were not.
   * `remark`: all were taken, and the collector had something to say. `record`: the record could not be read.
   * `expired`: entries were removed after their time before they could be sent.
   */
  kind:
    | "network"
    | "timeout"
    | "status"
    | "redirect"
    | "rejected"
    | "remark"
    | "record"
    | "expired";
  /** HTTP status; 0: there was none. */
  status: number;
  /** The collector's own words, cut; "": none. */
  message: string;
}

/**
 * What is kept on disk about the forwarding. The entries themselves stand in the record, once: the queue
 * is what of it was not taken yet.
 */
export interface Stored {
  /** Whose record the numbers are of; null: there was none yet. */
  machine: string | null;
  /** What is to be sent, oldest first. */
  spans: Span[];
  /** Entries at once; halved where a request was too much. */
  batch: number;
  sent: number;
  /** How many the collector says it took not, of requests that it took. By the protocol not sent again. */
  rejected: number;
  /** How many were removed from the record after their time, and never sent. */
  expired: number;
  /** Numbers of entries that the collector refused one by one. */
  aside: number[];
  /** In a row. */
  failures: number;
  /** Not before this time, in ms since 1970; null: at once. */
  notBefore: number | null;
  /** An answer said that no repetition would help: waits for a new start of the browser, or a person. */
  isHalted: boolean;
  /** ISO 8601, UTC. */
  lastSentAt: string | null;
  failure: Failure | null;
}

export const MOST_AT_ONCE = 100;

export const NOTHING_YET: Stored = {
  machine: null,
  spans: [],
  batch: MOST_AT_ONCE,
  sent: 0,
  rejected: 0,
  expired: 0,
  aside: [],
  failures: 0,
  notBefore: null,
  isHalted: false,
  lastSentAt: null,
  failure: null,
};

/** What a person may see of it. */
export interface ForwardingState
  extends Pick<Stored, "sent" | "rejected" | "expired" | "isHalted" | "lastSentAt" | "failure"> {
  endpoint: string;
  /** By managed policy. */
  isOn: boolean;
  /** Whether there is a record to forward from now on. */
  isRecording: boolean;
  waiting: number;
  aside: number;
  /** ISO 8601, UTC: when it is tried again; null: nothing waits for a time. */
  nextAt: string | null;
}
