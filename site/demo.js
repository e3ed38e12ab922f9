const tenant = new URLSearchParams(location.search).get('tenant');

if (tenant) {
  const script = document.createElement('script');
  script.async = true;
  script.src = '/widget.js';
  script.dataset.tenant = tenant;
  document.head.append(script);
} else {
  document.getElementById('state').textContent =
    'No tenant is named in this address. The dashboard has a link that opens this page with your widget.';
}
