import type { RulesView } from '@jinmen/shared/residents/rights';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Config } from '../../../platform/config/config';
import { Access } from '../../../platform/http/access';
import { rulesSchema } from '../rights.schema';
import { agreementView, privacyView } from './texts';

/** Before anybody signs in: whoever decides has read it. */
@ApiTags('rights')
@Controller('api/v1')
export class TextsController {
  constructor(private readonly config: Config) {}

  @Get('privacy')
  @Access('public')
  @ApiOperation({ summary: 'What is kept of residents, what for, on what ground, how long, and who gets it' })
  @ApiOkResponse({ schema: rulesSchema })
  privacy(): RulesView {
    return privacyView(this.config.keepDays);
  }

  @Get('agreement')
  @Access('public')
  @ApiOperation({ summary: 'What residents and the service may expect of each other' })
  @ApiOkResponse({ schema: rulesSchema })
  agreement(): RulesView {
    return agreementView();
  }
}
