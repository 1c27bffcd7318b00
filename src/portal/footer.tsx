import type { FC } from 'hono/jsx'
import type { SiteSettings } from '../platform/ports.ts'
import { PhoneLink } from './components/phone-link/phone-link.tsx'

/** Where anyone reports a fault of a government site; the code says of which. */
const FAULT_REPORTS = 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code='
const ICP_REGISTER = 'https://beian.miit.gov.cn/'
const POLICE_REGISTER = 'https://beian.mps.gov.cn/'

const Links: FC<{ settings: SiteSettings }> = ({ settings }) => (
  <nav class="footer-links" aria-label="网站服务">
    {settings.idCode ? <a href={`${FAULT_REPORTS}${encodeURIComponent(settings.idCode)}`}>我为政府网站找错</a> : null}
    <a href="/sitemap">网站地图</a>
    <a href="/help">使用帮助</a>
    {settings.contact.phone || settings.contact.address ? <a href="/help#contact">联系我们</a> : null}
    {settings.annualSheet ? <a href={settings.annualSheet}>网站工作年度报表</a> : null}
    <a href="/accessibility">无障碍声明</a>
    <a href="/privacy">隐私说明</a>
  </nav>
)

const Organiser: FC<{ settings: SiteSettings }> = ({ settings }) => {
  const { contact } = settings
  const facts = [
    settings.organiser && <span>主办单位：{settings.organiser}</span>,
    settings.maintainer && <span>承办单位：{settings.maintainer}</span>,
    contact.address && (
      <span>
        地址：{contact.address}
        {contact.postcode ? `（邮编${contact.postcode}）` : ''}
      </span>
    ),
    contact.phone && (
      <span>
        电话：
        <PhoneLink phone={contact.phone} />
      </span>
    ),
  ].filter(Boolean)
  return facts.length > 0 ? <p class="footer-facts">{facts}</p> : null
}

const Filings: FC<{ settings: SiteSettings }> = ({ settings }) => {
  const facts = [
    settings.idCode && <span>网站标识码：{settings.idCode}</span>,
    settings.icp && <a href={ICP_REGISTER}>{settings.icp}</a>,
    settings.policeFiling && <a href={POLICE_REGISTER}>{settings.policeFiling}</a>,
  ].filter(Boolean)
  return facts.length > 0 ? <p class="footer-facts">{facts}</p> : null
}

/** The elements that government sites carry at the foot of every page (政府网站发展指引); what the settings do not say is left out. */
export const Footer: FC<{ settings: SiteSettings }> = ({ settings }) => (
  <footer class="footer">
    <div class="footer-inner">
      <div>
        <Links settings={settings} />
        <Organiser settings={settings} />
        <Filings settings={settings} />
      </div>
      {settings.governmentMark ? (
        <p class="footer-mark">
          <svg viewBox="0 0 44 44" aria-hidden="true">
            <rect x="1" y="1" width="42" height="42" rx="4" />
            <path d="M10 33h24M13 33V19m6 14V19m6 14V19m6 14V19M9 19h26L22 10z" />
          </svg>
          <a href={settings.governmentMark}>党政机关网站</a>
        </p>
      ) : null}
    </div>
  </footer>
)
