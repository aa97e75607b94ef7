import type { Problem } from '../platform/problem-shape.ts'

/** What is refused about who and where. */
export const countyProblems = {
  'auth.required': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'auth.wrong_credentials': {
    status: 401,
    zh: '用户名或密码不正确，请核对后重试。',
    en: 'The username or password is not right. Check both and try again.',
  },
  'auth.too_many_attempts': {
    status: 429,
    zh: '尝试次数过多，请稍后再试。',
    en: 'Too many attempts. Please wait a while and try again.',
  },
  'auth.forbidden': {
    status: 403,
    zh: '您没有办理此事项的权限，请联系有权限的同志。',
    en: 'You may not do this. Ask a colleague who holds the role.',
  },
  'session.confirm_needed': {
    status: 403,
    zh: '为安全起见，请再次输入密码后继续。',
    en: 'To be sure that it is you, enter your password once more.',
  },
  'session.password_wrong': {
    status: 422,
    zh: '密码不正确，请重新输入。',
    en: 'This is not your password. Try again.',
  },
  'request.wrong_host': {
    status: 421,
    zh: '请通过本系统公布的地址访问。',
    en: 'Use the address that this service is published under.',
  },
  'auth.csrf': {
    status: 403,
    zh: '请求来源无法确认，请刷新页面后重试。',
    en: 'The request did not come from this site. Reload the page and try again.',
  },
  'auth.suspended': {
    status: 403,
    zh: '账号已停用，请联系系统管理员。',
    en: 'This account is suspended. Ask the system administrator.',
  },
  'account.code_wrong': {
    status: 401,
    zh: '账号或一次性密码不正确，或者一次性密码已过期、已用过。请对照凭条核对；仍不行的，请系统管理员重新出具。',
    en: 'The username or the one-time code is not right, or the code has expired or been used. Check the slip, or ask the system administrator for a new one.',
  },
  'account.old_password_wrong': {
    status: 422,
    zh: '原密码不正确，请重新输入。',
    en: 'The old password is not right. Type it again.',
  },
  'account.password_same': {
    status: 422,
    zh: '新密码不能与原密码相同。',
    en: 'The new password must differ from the old one.',
  },
  'account.password_weak': {
    status: 422,
    zh: '这个密码很容易被猜到。请不要用连续或重复的字符、常用密码、账号名、电话或生日，可以用几个不相干的词连成一句。',
    en: 'This password is easily guessed. Use no runs or repetitions, common passwords, account names, telephone numbers or dates; a few unrelated words make a good one.',
  },
  'account.repeat_differs': {
    status: 422,
    zh: '两次输入的新密码不一样，请重新输入。',
    en: 'The two new passwords differ. Type them again.',
  },
  'account.not_active': {
    status: 409,
    zh: '该账号已停用或本人已离开，不能重置密码。',
    en: 'This account is suspended or its owner has left: its password cannot be reset.',
  },
  'account.for_admins_only': {
    status: 409,
    zh: '申请由系统管理员办理，担任职务的账号由安全管理员确认；审计管理员只在另一名管理员进不来时参与。',
    en: 'The system administrator asks, and for an account with a role the security administrator confirms; the audit administrator takes part only where another administrator is locked out.',
  },
  'account.second_admin_needed': {
    status: 409,
    zh: '该账号担任职务，须由申请人以外的另一名管理员确认。',
    en: 'This account holds a role: an administrator other than the one who asked must confirm.',
  },
  'account.reset_waiting': {
    status: 409,
    zh: '该账号已有一件待确认的重置，请先确认或撤回。',
    en: 'A reset of this account is waiting already. Confirm or withdraw it first.',
  },
  'account.reset_not_waiting': {
    status: 409,
    zh: '这件重置已经办过或撤回，请刷新后查看。',
    en: 'This reset has been dealt with or withdrawn. Reload to see.',
  },
  'account.reset_lapsed': {
    status: 409,
    zh: '这件重置 72 小时内没有确认，已失效，请重新申请。',
    en: 'This reset was not confirmed within 72 hours and has lapsed. Ask again.',
  },
  'person.same_hand': {
    status: 409,
    zh: '这一步须由两名同志分别办理。您与前一步的经办人，密码在 24 小时内经同一名管理员之手开通或重置，请另一位同志办理，或满 24 小时后再办。',
    en: 'This step needs two people. Within 24 hours your secret and that of the other went through the hands of one administrator: let a colleague do it, or wait until the 24 hours are over.',
  },
  'person.phone_taken': {
    status: 409,
    zh: '该号码已登记在另一账号上（含已停用、已离开的）。同一人请恢复原账号；号码已换人的，先修改原账号的号码；办公电话请加分机号或留空。',
    en: 'This number belongs to another account (suspended or left ones count). Restore that account for the same person, or change its number first; give an office telephone with its extension, or none.',
  },
  'person.document_taken': {
    status: 409,
    zh: '该证件号码已登记在另一账号上（含已停用、已离开的），一人只能有一个账号，请恢复原账号。',
    en: 'This document number belongs to another account (suspended or left ones count). One person has one account: restore that one.',
  },
  'person.document_invalid': {
    status: 422,
    zh: '公民身份号码不正确，请核对 18 位号码。',
    en: 'This is not a valid 18-digit identity number. Check it.',
  },
  'account.not_oneself': {
    status: 409,
    zh: '自己的密码请在“我的”里修改；忘记了，请另一名管理员办理。',
    en: 'Change your own password under Me; if you forgot it, ask another administrator.',
  },
  'grant.to_oneself': { status: 409, zh: '不能给自己授权。', en: 'You cannot grant a role to yourself.' },
  'grant.overlaps': {
    status: 409,
    zh: '该同志在同一组织已有此角色的有效授权。',
    en: 'This person holds that role there already.',
  },
  'grant.admin_and_business': {
    status: 409,
    zh: '三员与业务角色不得由一人兼任。',
    en: 'An administrator may not hold a business role, nor two administrator roles.',
  },
  'grant.inspector_and_doer': {
    status: 409,
    zh: '检查员不得兼任书记或联盟秘书长。',
    en: 'An inspector may not also be secretary or alliance lead.',
  },
  'grant.last_one': {
    status: 409,
    zh: '该组织的最后一名负责人须先明确接任人。',
    en: 'The last one responsible needs a successor first.',
  },
  'grant.ended': { status: 409, zh: '该授权已终止。', en: 'This grant has ended.' },
  'grant.scope_mismatch': {
    status: 422,
    zh: '角色与所选组织的层级不符。',
    en: 'This role does not fit that kind of organization.',
  },
  'grant.to_worker': {
    status: 422,
    zh: '书记、联盟秘书长等党内职务须由党员担任。',
    en: 'Secretaries and alliance leads must be party members.',
  },
  'grant.person_unknown': {
    status: 422,
    zh: '未找到该同志，或其账号已停用。',
    en: 'This person does not exist here or is not active.',
  },
  'head.differs': {
    status: 409,
    zh: '链首与您核对的不一致，请刷新后重新核对；仍不一致的，请立即报告。',
    en: 'The head is not the one you checked. Reload and check again; if it still differs, report it at once.',
  },
  'head.signed': { status: 409, zh: '这一天的链首已会签。', en: 'The head of this day has been counter-signed.' },
  'grant.until_passed': { status: 422, zh: '有效期截止时间须晚于现在。', en: 'The grant must end in the future.' },
  'person.not_oneself': {
    status: 409,
    zh: '不能停用自己的账号，请由另一名系统管理员办理。',
    en: 'You cannot suspend your own account.',
  },
  'person.still_responsible': {
    status: 409,
    zh: '该同志仍担任职务，请先由安全管理员终止其授权。',
    en: 'This person still holds a role. The security administrator must end it first.',
  },
  'person.username_taken': { status: 409, zh: '该用户名已被使用，请换一个。', en: 'This username is taken.' },
  'person.organization_unknown': { status: 422, zh: '未找到所选组织。', en: 'This organization does not exist here.' },
  'setup.not_available': { status: 404, zh: '系统已完成初始设置。', en: 'Set-up is complete.' },
  'setup.town_twice': { status: 422, zh: '镇街名称有重复，请检查。', en: 'A town is listed twice.' },
  'setup.three_people': {
    status: 422,
    zh: '三员须由三名不同的同志担任，用户名不能相同。',
    en: 'The three administrators must be three different people.',
  },
  'setup.wrong_code': { status: 403, zh: '初始设置码不正确。', en: 'The set-up code is not right.' },
  'settings.category_in_use': {
    status: 409,
    zh: '有需求或项目正在使用该类别，不能删除。',
    en: 'A category in use cannot be removed.',
  },
  'settings.round_draws_nothing': {
    status: 422,
    zh: '比例和最少数不能同时为 0，否则一项也抽不到。',
    en: 'Not both the rate and the minimum may be 0: nothing would be drawn.',
  },
  'settings.category_twice': { status: 422, zh: '类别代码有重复，请检查。', en: 'A category is listed twice.' },
  'calendar.year_missing': {
    status: 409,
    zh: '缺少该年度的工作日历，暂时算不出期限。请县级组织员先在“工作日历”录入放假通知。',
    en: 'The working-day calendar of that year is missing, so no deadline can be counted. A county organizer enters the holiday notice under Working days first.',
  },
  'calendar.read_unread': {
    status: 422,
    zh: '这一句没有完全读懂，请对照通知原文核对，与放假无关的内容请删去。',
    en: 'This sentence could not be read to its end. Compare it with the notice, and remove what is not about days.',
  },
  'calendar.read_weekday': {
    status: 422,
    zh: '括号里的星期与日期不符，请核对日期和年度。',
    en: 'The weekday in brackets does not belong to the date. Check the date and the year.',
  },
  'calendar.read_total': {
    status: 422,
    zh: '写明的天数与日期不符，请核对。',
    en: 'The number of days does not match the dates. Check both.',
  },
  'calendar.read_clash': {
    status: 422,
    zh: '同一天前面写的是另一种安排，请核对保留哪一处。',
    en: 'The same day was said to be otherwise before. Keep one of the two.',
  },
  'calendar.read_worked_anyway': {
    status: 422,
    zh: '调休上班的日子应在周末，这一天是周一至周五，请核对日期和年度。',
    en: 'A day worked in exchange lies on a weekend; this one does not. Check the date and the year.',
  },
  'calendar.read_no_day': {
    status: 422,
    zh: '没有这一天，或起止日期不对，请核对。',
    en: 'There is no such day, or the range does not hold. Check it.',
  },
  'calendar.read_no_holiday': {
    status: 422,
    zh: '看不出这一句属于哪个节日，请连同节日名称一起粘贴。',
    en: 'This sentence belongs to no holiday. Paste it together with the name of its holiday.',
  },
  'calendar.read_holiday_twice': {
    status: 422,
    zh: '同一个节日出现了两次，请只保留一个年度的通知。',
    en: 'The same holiday appears twice. Keep the notice of one year only.',
  },
  'calendar.read_other_year': {
    status: 422,
    zh: '这里说的不是所选年度，请核对年度。',
    en: 'This speaks of another year than the one chosen. Check the year.',
  },
  'calendar.read_year_unclear': {
    status: 422,
    zh: '元旦里的 12 月看不出是哪一年，请写明年份。',
    en: 'It is not clear which year this December belongs to. Write the year.',
  },
  'calendar.read_columns': {
    status: 422,
    zh: '首行须有“日期”和“上班/休息”两列，“名称”可以没有。',
    en: 'The first row needs the columns 日期 and 上班/休息; 名称 may be left out.',
  },
  'calendar.read_row': {
    status: 422,
    zh: '看不出这一天是上班还是休息，请写“上班”或“休息”。',
    en: 'It is not clear whether this day is worked or free. Write 上班 or 休息.',
  },
  'calendar.holidays_missing': {
    status: 422,
    zh: '该年度还没有日历，内容须包含元旦、春节、清明、劳动节、端午、中秋、国庆节七个节日的安排。',
    en: 'This year has no calendar yet: all seven holidays must be named.',
  },
  'calendar.nothing_changes': {
    status: 422,
    zh: '与现有日历完全一致，没有需要保存的内容。',
    en: 'This is what the calendar says already: there is nothing to save.',
  },
  'calendar.day_not_in_year': {
    status: 422,
    zh: '改正的日期须在所选年度内，且该年度已有日历。',
    en: 'A corrected day must lie in the chosen year, and that year must have its calendar.',
  },
  'calendar.reason_missing': {
    status: 422,
    zh: '改动已有日历的日期，请写明理由。',
    en: 'A day that the calendar had already may only be changed with a reason.',
  },
  'calendar.changed_meanwhile': {
    status: 409,
    zh: '工作日历刚刚被其他同志改过。您填写的内容还在，请重新查看影响后再保存。',
    en: 'Somebody else has just changed the calendar. What you typed is kept: look at the effect again, then save.',
  },
  'organization.credit_code_wrong': {
    status: 422,
    zh: '统一社会信用代码应为 18 位，且末位校验码要对得上，请对照营业执照核对。',
    en: 'A unified social credit code has 18 signs, and the last one checks the others. Compare it with the licence.',
  },
  'organization.code_taken': {
    status: 409,
    zh: '这个统一社会信用代码已登记在另一家单位名下，请先查找，不要重复登记。',
    en: 'Another organization has this credit code already. Look for it first.',
  },
  'organization.name_taken': {
    status: 409,
    zh: '同一上级下面已有同名组织，请核对，或写全称加以区别。',
    en: 'There is one of this name below the same parent. Check it, or use the full name.',
  },
  'organization.wrong_parent': {
    status: 422,
    zh: '这类组织不能设在所选的上级下面，请另选上级。',
    en: 'This kind of organization cannot stand below that parent. Choose another.',
  },
  'organization.parent_unknown': {
    status: 422,
    zh: '没有找到这个组织，请重新选择。',
    en: 'There is no such organization. Choose again.',
  },
  'organization.under_itself': {
    status: 422,
    zh: '不能移到自己或自己的下级下面，请另选上级。',
    en: 'It cannot move below itself. Choose another parent.',
  },
  'organization.is_root': {
    status: 409,
    zh: '县级组织是整棵树的根，不能改名、移动或撤销。',
    en: 'The county is the root of the tree: it is neither renamed, moved nor closed.',
  },
  'organization.closed': {
    status: 409,
    zh: '这个组织已经撤销，请改用它的承接组织，刷新后可以看到。',
    en: 'This organization has been closed. Use its successor: reload to see which it is.',
  },
  'organization.still_holding': {
    status: 409,
    zh: '名下还有下级组织、人员、职务、项目或需求，请先选定承接组织。',
    en: 'Organizations, people, roles, orders or needs still hang on it. Choose a successor first.',
  },
  'organization.successor_unfit': {
    status: 422,
    zh: '所选组织接不住：它已撤销、是下级，或者类别接不了这些项目，请另选。',
    en: 'The chosen one cannot take over: it is closed, lies below, or cannot own such orders. Choose another.',
  },
  'organization.children_unfit': {
    status: 422,
    zh: '有的下级组织不能设在承接组织下面，请先把它们移到别处，或另选承接组织。',
    en: 'Some of what lies below cannot stand below the successor. Move it first, or choose another successor.',
  },
  'organization.successor_unled': {
    status: 422,
    zh: '它有负责人，承接组织还没有。请先由安全管理员给承接组织授予职务，再办撤并。',
    en: 'It is led by somebody and its successor by nobody. Have the security administrator give the role there first.',
  },
  'organization.successor_claims_too': {
    status: 409,
    zh: '承接组织和它认领了同一个项目，请先由其中一方退回认领，再办合并。',
    en: 'It and its successor have both claimed the same order. One of them gives its claim back first.',
  },
  'organization.no_enterprise': {
    status: 422,
    zh: '只有企业才登记这些内容，请选类别“企业”，或清空。',
    en: 'Only an enterprise has these facts. Choose that kind, or leave them out.',
  },
} as const satisfies Record<string, Problem>
