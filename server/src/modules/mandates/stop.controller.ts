import { StopMandateDto } from '@jinmen/shared/dto/mandate.dto';
import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { AddressLimits } from '../../platform/address-limit/address-limits';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { Problem } from '../../platform/http/problem';
import { Agreeing } from './agreeing.service';
import { stoppedSchema, stopSchema } from './mandates.schema';
import { mandateWords } from './words';

/** From one network in ten minutes. A code has eight digits, and the phone must be the right one. */
const TRIES = 10;

/** For whoever got the message and has no account. A right and a wrong code get the same answer. */
@ApiTags('mandates')
@Controller('api/v1/mandates/revocations')
export class StopController {
  constructor(
    private readonly agreeing: Agreeing,
    private readonly limits: AddressLimits,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('public')
  @ApiOperation({ summary: 'Stops the 代办 a text message spoke of, by its code; says the same in every case' })
  @ApiBody({ schema: stopSchema })
  @ApiOkResponse({ schema: stoppedSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async stop(@Ip() ip: string, @Body() { phone, code }: StopMandateDto): Promise<{ words: string }> {
    const seconds = await this.limits.take('mandate-stop', ip, TRIES);
    if (seconds !== undefined) {
      const headers = { 'retry-after': String(seconds) };
      throw new Problem(429, 'mandate.too-many-stops', mandateWords.problems.tooManyStops, [], { headers });
    }
    await this.agreeing.stop(phone, code);
    return { words: mandateWords.stopped };
  }
}
