import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { DeathRegister } from './death-register.service';
import { Deaths } from './deaths.port';

/** Who died. Apart from what follows from it, so that whoever speaks to people can ask before they do. */
@Module({
  imports: [IdentityModule],
  providers: [DeathRegister, { provide: Deaths, useExisting: DeathRegister }],
  exports: [Deaths, DeathRegister],
})
export class DeathsModule {}
