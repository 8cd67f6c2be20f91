/** `GET /disclosures`: one time a bureau or a carrier really got something of the resident's. */
export interface DisclosureView {
  readonly id: string;
  readonly at: string;
  /** Who got it, in words. */
  readonly to: string;
  readonly what: string;
  readonly purpose: string;
  /** Why it was allowed, in words. */
  readonly basis: readonly string[];
}

/** `GET /accesses`: one look or act of somebody at a desk. */
export interface AccessView {
  readonly id: string;
  readonly at: string;
  /** Their post and, of a clerk, the street; never a name. */
  readonly who: string;
  readonly what: string;
  /** The reason they gave; none where none is asked. */
  readonly why?: string;
}

/** `GET /me/deletion`: what deleting the account would take and what would stay, in words. Nothing happens yet. */
export interface DeletionView {
  readonly goes: readonly string[];
  readonly stays: readonly {
    readonly what: string;
    readonly why: string;
    /** For how long. */
    readonly until: string;
  }[];
}

/** One row of the copy: what stands there, by what it is called. */
export interface CopiedRecord {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface CopiedSection {
  readonly title: string;
  readonly purpose: string;
  readonly basis: readonly string[];
  readonly kept: string;
  readonly records: readonly CopiedRecord[];
}

/** `GET /papers`: one photo or file of a paper somebody gave with an application. */
export interface GivenPaperView {
  readonly id: string;
  /** What the paper is called, e.g. `户口簿`. */
  readonly name: string;
  /** What was applied for, in words. */
  readonly about: string;
  readonly type: 'jpeg' | 'pdf';
  readonly bytes: number;
  readonly takenAt: string;
  /** The offices have it. */
  readonly sent: boolean;
  /** Below `/api/v1`, where its owner gets it; none of one that was sent and then taken anew: the street has it. */
  readonly path?: string;
}

/** `GET /export`: everything kept of the resident. Their own name and number whole, everybody else's masked. */
export interface ExportView {
  readonly madeAt: string;
  /** Masked; none of somebody the identity bureau has not confirmed. */
  readonly of?: string;
  /** Where they confirmed their name on another WeChat before this one: that only this one's matters are in it, in words. */
  readonly only?: string;
  readonly sections: readonly CopiedSection[];
  /** Photos and files are too large for a copy: `words` say so and how to get each, `items` which there are. */
  readonly papers: { readonly words: string; readonly items: readonly GivenPaperView[] };
  readonly given: readonly DisclosureView[];
  readonly seen: readonly AccessView[];
}

/** `GET /privacy`, `GET /agreement`: a text everybody may read, made from the field catalogue. */
export interface RulesView {
  /** Rises with every change of a word. */
  readonly version: string;
  /** The day this version came into force, in words. */
  readonly since: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** Every version there was, this one among them, the newest first: `?version=` reads one again. */
  readonly versions: readonly RulesVersion[];
}

/** One version of such a text. */
export interface RulesVersion {
  readonly version: string;
  readonly since: string;
  /** The day it was followed by another, in words. */
  readonly until?: string;
  readonly inForce: boolean;
}
