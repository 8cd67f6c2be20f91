import type { Route } from '../host-page';

/** Scene 1001: opened from the list of recently used mini-programs. */
const SCENE_RECENT = 1001;

/** How the app was started: `getLaunchOptionsSync`, and the argument of App.onLaunch. */
export class LaunchOptions {
  value: object = {};
  /** How it was last brought to the front: `getEnterOptionsSync`, and the argument of App.onShow. */
  entered: object = {};

  set(route: Route): void {
    this.value = optionsOf(route);
    this.entered = this.value;
  }

  comeBackTo(route: Route): void {
    this.entered = optionsOf(route);
  }
}

function optionsOf({ path, query }: Route): object {
  return { path, query, scene: SCENE_RECENT, referrerInfo: {}, apiCategory: 'default' };
}
