import { AnsweringPeople } from './answering-people.service';
import { AnswersController } from './answers.controller';
import { Answers } from './answers.service';
import { AskingOthers } from './asking-others.service';
import { AskingTimes } from './asking-times.job';
import { AskingWatch } from './asking-watch';
import { AskingsRepository } from './askings.repository';
import { AtDesk } from './at-desk.service';
import { ChangeAnswers } from './change-answers.service';
import { ChangeEnds } from './change-ends.service';
import { DeclinesRepository } from './declines.repository';
import { LinkLooks } from './link-looks.service';
import { Links } from './links.service';
import { PartnerController } from './partner.controller';
import { PartnerHere } from './partner-here.service';
import { PartnerQuestions } from './partner-questions.service';
import { Partners } from './partners.port';
import { PartnersService } from './partners.service';
import { SaidElsewhere } from './said-elsewhere.watch';
import { SeatClaims } from './seat-claims.service';
import { SecondPersons } from './second-person.service';
import { StandingAskings } from './standing-askings.service';

/** What the bookings module is made of for the second person. */
export const partnerParts = {
  controllers: [PartnerController, AnswersController],
  providers: [
    AskingsRepository,
    DeclinesRepository,
    PartnersService,
    { provide: Partners, useExisting: PartnersService },
    SeatClaims,
    SecondPersons,
    StandingAskings,
    AskingOthers,
    ChangeEnds,
    ChangeAnswers,
    PartnerQuestions,
    PartnerHere,
    Links,
    LinkLooks,
    AnsweringPeople,
    Answers,
    AtDesk,
    AskingTimes,
    AskingWatch,
    SaidElsewhere,
  ],
};
