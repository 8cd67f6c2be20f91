import { CreateAssessmentDto } from '@jinmen/shared/dto/create-assessment.dto';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { assessmentReplySchema, assessmentRequestSchema } from './eligibility.schema';
import { EligibilityService, type PlannedAssessment } from './eligibility.service';

@ApiTags('eligibility')
@Controller('api/v1/eligibility')
export class EligibilityController {
  constructor(private readonly eligibility: EligibilityService) {}

  @Post('assessments')
  @HttpCode(200)
  @Access('public')
  @ApiOperation({
    summary: 'Which programmes may fit a household, clause by clause, and what to apply for together; stores nothing',
  })
  @ApiBody({ schema: assessmentRequestSchema })
  @ApiOkResponse({ schema: assessmentReplySchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  assess(@Body() wish: CreateAssessmentDto): Promise<PlannedAssessment> {
    return this.eligibility.assess(wish);
  }
}
