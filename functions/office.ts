import './platform/navigator';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import type { Hono } from 'hono';
import { lambdaServices } from './platform/lambda';
import { answerEvent } from './platform/lambda-http';
import { officeApp } from './whole-app';

const services = lambdaServices('office', { connections: 1 });
// Before the first event, which then finds the parameters read, a connection open and the counties known. What fails here fails again
// there, and is said there.
services()
  .then(({ counties, clock }) => counties.known(clock()))
  .catch(() => undefined);
let app: Hono | undefined;

/** The office's part of the API (`/office/…`) as an AWS Lambda function behind the same HTTP API. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  app ??= officeApp(await services());
  return answerEvent(app, event);
}
