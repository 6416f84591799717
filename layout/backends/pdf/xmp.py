"""The metadata stream: what Info says, in XMP, and which PDF/X or PDF/A a file is.

ISO 16684-1; ISO 15930-7, 6.11; ISO 19005-2, 6.6.
"""

from __future__ import annotations

from typing import Any

from layout.backends.pdf.archivexmp import archived
from layout.backends.pdf.documentinfo import DocumentInfo
from layout.backends.pdf.metadata import PRODUCER
from layout.backends.pdf.objects import name, stream
from layout.backends.pdf.printing import Conformance

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{time}</xmp:CreateDate>
<xmp:ModifyDate>{time}</xmp:ModifyDate>
<xmp:MetadataDate>{time}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{id}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
{identifier}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_IDENTIFIER = '<pdfxid:GTS_PDFXVersion xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">{}</pdfxid:GTS_PDFXVersion>\n'


def metadata_stream(info: DocumentInfo, conformance: Conformance, identity: str) -> Any:
    """The stream; `identity` is 32 hexadecimal digits that differ where the content does. It is not compressed."""
    from html import escape

    digits = identity.lower()
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32])
    named = "" if conformance.in_info else _IDENTIFIER.format(conformance.named)
    if conformance.tagged:
        named = archived(info)
    packet = _PACKET.format(
        title=escape(info.title),
        author=escape(info.author),
        producer=PRODUCER,
        time=f"{info.time:%Y-%m-%dT%H:%M:%S}+08:00",
        id="-".join(parts),
        identifier=named,
    )
    return stream(packet.encode(), {"Type": name("Metadata"), "Subtype": name("XML")}, compress=False)
