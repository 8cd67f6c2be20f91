/** The app as a finger and an eye have it, on either phone. Everything waits until it is there. */
export interface AppScreen {
  /** Opens a page of `pages.ts`, as a link would. */
  open(path: string): Promise<void>;
  isOn(path: string): Promise<boolean>;
  /** Of the address of the page on screen; empty when it has none of that name. */
  parameter(name: string): Promise<string>;
  see(selector: string): Promise<void>;
  /** Whether it is on the screen this moment. */
  has(selector: string): Promise<boolean>;
  tap(selector: string): Promise<void>;
  /** Two taps as close as an impatient finger gets them. */
  tapTwice(selector: string): Promise<void>;
  /** Taps the one of these that has exactly this text in it. */
  tapText(selector: string, text: string): Promise<void>;
  /** Types into the field inside and leaves it, as a thumb on the next thing does. */
  type(selector: string, text: string): Promise<void>;
  /** What stands in the field inside. */
  typed(selector: string): Promise<string>;
  texts(selector: string): Promise<readonly string[]>;
  /** What each of these is called in the document, e.g. `control-hukou`. */
  ids(selector: string): Promise<readonly string[]>;
  /** On the page for signing in: as one of the simulators' people. */
  signInAs(person: string): Promise<void>;
}
