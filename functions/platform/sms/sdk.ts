// What the bundler makes of a package that is loaded late has no names; what it makes of this file has.
export { Client } from 'tencentcloud-sdk-nodejs-sms/tencentcloud/services/sms/v20210111/sms_client';
