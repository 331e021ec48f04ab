import { SESClient } from '@aws-sdk/client-ses';
import { optional, required } from '../../shared/environment';
import { topicAt, type Topic } from '../../shared/feedback/sns-origin';
import { mailService, type MailService } from '../../shared/mail/send';

export const mail = (): MailService => mailService(new SESClient({}), required('SES_CONFIGURATION_SET'));

/** The variable of the endpoint is the SDK's, for SNS that is elsewhere. */
export const topic = (): Topic => topicAt(required('FEEDBACK_TOPIC'), optional('AWS_ENDPOINT_URL_SNS'));
