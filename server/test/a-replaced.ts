import { randomUUID } from 'node:crypto';
import { Bookings } from '../src/modules/bookings/bookings.port';
import { ReplacedServices } from '../src/modules/replacing/replaced-services';
import { ReplacingDesk } from '../src/modules/replacing/replacing-desk.port';
import { SlotInventory } from '../src/modules/slot-inventory/slot-inventory.port';
import { Clock } from '../src/platform/clock';
import { playReplaced, ReplacedReadingRoom } from './fakes/replaced-reading-room';
import type { TestServer } from './server';

/** Somebody on the list of a made-up service, in a plan; or whom a round left without a place, for whoever calls them. */
export async function aReplaced({ app }: TestServer, applied: boolean): Promise<string> {
  const services = app.get(ReplacedServices, { strict: false });
  const clock = app.get(Clock);
  const [bookings, inventory] = [app.get(Bookings, { strict: false }), app.get(SlotInventory, { strict: false })];
  const room = new ReplacedReadingRoom(bookings, inventory, clock);
  playReplaced(services, room);
  const [id, since] = [randomUUID(), clock.now()];
  room.list.push({ id, history: id, name: '测试读者', phone: '13812345678', needs: { desks: 1 }, since, words: [] });
  const desk = app.get(ReplacingDesk, { strict: false });
  await desk.plan('J1001', 'reading-room', 'sign-ups');
  if (applied) await desk.apply('J1001', 'reading-room', 'sign-ups', '试一次');
  return id;
}
