import { CreateBookingDto } from '@jinmen/shared/dto/booking.dto';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { CurrentResident, type Resident } from '../src/platform/auth/current';
import { Access } from '../src/platform/http/access';
import { Idempotent, type IdempotentCall, KeyedCall } from '../src/platform/idempotency/idempotent';

const DONE = { done: true } as const;

/** What a request costs before and after its work: the same routes with nothing to do. For benchmarks alone. */
@Controller('api/v1/no-op')
export class NoOpController {
  /** Session, key and body as `POST /bookings` checks them; the key is remembered by nobody. */
  @Post('guarded')
  @HttpCode(201)
  @Access('resident')
  @Idempotent({ by: 'handler' })
  guarded(
    @KeyedCall() _call: IdempotentCall,
    @CurrentResident() _resident: Resident,
    @Body() _body: CreateBookingDto,
  ): typeof DONE {
    return DONE;
  }

  /** The same body, read as JSON and looked at by nobody. */
  @Post('bare')
  @HttpCode(201)
  @Access('public')
  bare(@Body() _body: unknown): typeof DONE {
    return DONE;
  }
}

@Module({ controllers: [NoOpController] })
export class NoOpModule {}
